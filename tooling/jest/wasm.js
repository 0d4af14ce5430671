// Jest setup file: every test of the package runs on the WebAssembly backend.
import { useWasm } from '@sixstep/wasm';

await useWasm();
