// Jest setup file: every test of the package runs on the WebAssembly backend.
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Resolved from the package under test: this folder does not depend on the packages that it tests.
const { useWasm } = await import(createRequire(join(process.cwd(), 'package.json')).resolve('@sixstep/wasm'));

await useWasm();
