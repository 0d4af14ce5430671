// Compiles assembly/ and writes the module, as base64 with the types of its exports, to src/generated/training-module.ts.
// `--check` only compares: it fails if the generated file is not what assembly/ compiles to.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import asc from 'assemblyscript/asc';

const MOST_BYTES = 25 * 1024;
const MOST_ZIPPED = 10 * 1024;

const home = fileURLToPath(new URL('..', import.meta.url));
const target = fileURLToPath(new URL('../src/generated/training-module.ts', import.meta.url));

const { wasm, types } = await compile();
expectImportsOnlyMemory(wasm);
expectNoSection(
  wasm,
  11,
  'data segment',
  'it would be written over the memory of the backend. Look for strings or Math.*',
);
expectNoSection(wasm, 8, 'start function', 'initialize globals with constants');
const zipped = gzipSync(wasm, { level: 9 }).length;
if (wasm.length > MOST_BYTES || zipped > MOST_ZIPPED) {
  fail(`expected at most ${MOST_BYTES} bytes, ${MOST_ZIPPED} gzipped, received ${wasm.length} and ${zipped}`);
}

const text = generate(wasm, types);
const present = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (text !== present)
    fail('expected src/generated/training-module.ts to be what assembly/ compiles to. Run the build and commit it');
} else if (text !== present) {
  writeFileSync(target, text);
}
console.log(`training module: ${wasm.length} bytes, ${zipped} gzipped`);

async function compile() {
  const outputs = {};
  const { error, stderr } = await asc.main(
    ['assembly/index.ts', '--config', 'asconfig.json', '--outFile', 'module.wasm'],
    {
      readFile: (name, base) => {
        const file = new URL(name, `file://${home}${base === '.' ? '' : `${base}/`}`);
        return existsSync(file) ? readFileSync(file, 'utf8') : null;
      },
      writeFile: (name, contents) => void (outputs[name] = contents),
      listFiles: () => [],
    },
  );
  if (error) fail(`${error.message}\n${stderr.toString()}`);
  return { wasm: outputs['module.wasm'], types: outputs['module.d.ts'] };
}

/** The function signatures of the compiler's declarations, one a line. */
function generate(wasm, types) {
  const functions = [...types.matchAll(/^export declare function (\w+)\(([^)]*)\): (\w+);$/gm)];
  const methods = functions.map(([, name, parameters, result]) => {
    const line = `  ${name}(${parameters}): ${result};`;
    // As Prettier has it.
    return line.length <= 120 ? line : `  ${name}(\n    ${parameters.split(', ').join(',\n    ')},\n  ): ${result};`;
  });
  return [
    '// Written by scripts/build-module.js from assembly/; not to be edited.',
    '',
    '/** What the module of training kernels exports. Addresses and byte counts are plain numbers. */',
    'export interface TrainingModule {',
    ...methods.sort(),
    '}',
    '',
    '/** The module, in base64. */',
    'export const trainingModule: string =',
    `  '${Buffer.from(wasm).toString('base64')}';`,
    '',
  ].join('\n');
}

function expectImportsOnlyMemory(wasm) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const names = imports.map(({ module, name }) => `${module}.${name}`);
  if (names.join() !== 'env.memory')
    fail(`expected the module to import env.memory alone, received ${names.join(', ')}`);
}

function expectNoSection(wasm, id, name, why) {
  for (let at = 8; at < wasm.length;) {
    const section = wasm[at++];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      size += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    if (section === id && size > 1) fail(`expected no ${name}: ${why}`);
    at += size;
  }
}

function fail(message) {
  console.error(`build-module: ${message}`);
  process.exit(1);
}
