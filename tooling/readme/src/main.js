// Type-checks and runs every example of the documents, as a reader would who has installed the packages.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesIn } from './examples-in.js';
import { runExample } from './run-example.js';
import { transpile, typecheck } from './typecheck.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = join(here, '../..');
const work = join(here, '.readme');

const folder = (/** @type {string} */ name) => (existsSync(join(root, name)) ? readdirSync(join(root, name)) : []);
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...folder('docs').flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
  ...folder('packages').map((name) => `packages/${name}/README.md`),
].filter((file) => existsSync(join(root, file)));

// `node src/main.js packages/losses` looks at these documents alone.
const only = process.argv.slice(2);
const examples = documents
  .filter((file) => only.length === 0 || only.some((part) => file.includes(part)))
  .flatMap((file) => examplesIn(file, readFileSync(join(root, file), 'utf8')))
  .map((example) => ({
    ...example,
    source: join(work, `${example.file.replaceAll(/[/.]/g, '-')}-${example.line}.ts`),
  }));

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
for (const { source, code } of examples)
  writeFileSync(source, code.includes('import ') ? code : `${code}\nexport {};\n`);
const faults = typecheck(
  examples.map(({ source }) => source),
  [join(here, 'src/vite.d.ts')],
);

let passed = 0;
let failed = 0;
const waiting = [...examples];
const worker = async () => {
  for (let example = waiting.shift(); example !== undefined; example = waiting.shift()) {
    const { file, line, code, source, runs, output } = example;
    const problems = (faults.get(source) ?? []).map((fault) => `${file}:${line + fault.line + 1}: ${fault.message}`);
    if (runs && problems.length === 0) {
      const script = source.replace(/\.ts$/, '.js');
      writeFileSync(script, transpile(code));
      const problem = await runExample(script, output);
      if (problem !== undefined) problems.push(`${file}:${line}: ${problem}`);
    }
    if (problems.length === 0) passed++;
    else {
      failed++;
      console.log(problems.map((problem) => `✗ ${problem}`).join('\n'));
    }
  }
};
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));

console.log(`examples: ${passed} passed, ${failed} failed`);
const report = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0 };
writeFileSync(join(here, 'jest-report.json'), `${JSON.stringify(report)}\n`);
process.exitCode = failed === 0 ? 0 : 1;
