// Bundles the program on standard input as Vite does for production, tfjs left out, and prints what became of it as JSON.
// With --by-part the names of parts are left out, as the README of @sixstep/model says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';

const program = readFileSync(0, 'utf8');
const conditions = process.argv.includes('--by-part') ? ['sixstep-by-part'] : [];
const entry = join(import.meta.dirname, 'program.js');

const { output } = await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: [...conditions, ...defaultClientConditions] },
  plugins: [
    {
      name: 'program',
      enforce: 'pre',
      resolveId: (id) => (id === entry ? id : undefined),
      load: (id) => (id === entry ? program : undefined),
      // The embedded .wasm counts as .wasm, not as code.
      transform: (code, id) =>
        id.replace(/\\/g, '/').endsWith('/wasm/dist/generated/training-module.js')
          ? { code: code.replace(/'[A-Za-z0-9+/=]{1000,}'/, "''"), map: null }
          : undefined,
    },
  ],
  build: {
    write: false,
    minify: true,
    target: 'es2022',
    rolldownOptions: {
      input: entry,
      external: (id) => id.startsWith('@tensorflow/'),
      preserveEntrySignatures: 'strict',
    },
    modulePreload: false,
  },
});

const chunks = output.filter((item) => item.type === 'chunk');
const code = chunks.map((chunk) => chunk.code).join('\n');
const modules = chunks
  .flatMap((chunk) => Object.entries(chunk.modules))
  .filter(([, { renderedLength }]) => renderedLength > 0)
  .map(([id]) => id.replace(/\\/g, '/'))
  .flatMap((id) => /\/packages\/(.*)\/dist\/(.*)\.js$/.exec(id)?.slice(1).join('/') ?? []);

process.stdout.write(
  JSON.stringify({ bytes: code.length, gzip: gzipSync(code, { level: 9 }).length, modules: modules.sort() }),
);
