// Type-checks and runs every example of the documents, as a reader would who has installed the packages; follows their
// links; holds the READMEs of the packages to one skeleton.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesIn } from './examples-in.js';
import { linkFaults } from './link-faults.js';
import { promiseFaults } from './promise-faults.js';
import { runExample } from './run-example.js';
import { skeletonFaults } from './skeleton.js';
import { transpile, typecheck } from './typecheck.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = join(here, '../..');
const work = join(here, '.readme');

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const documentsIn = (/** @type {string} */ folder) =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const readmesIn = (/** @type {string} */ folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}/README.md`)
    .filter((file) => existsSync(join(root, file)));
// `node src/main.js packages/losses` looks at these documents alone.
const only = process.argv.slice(2);
const chosen = (/** @type {string[]} */ files) =>
  files.filter((file) => only.length === 0 || only.some((part) => file.includes(part)));

const packages = chosen(readmesIn('packages'));
const documents = [...chosen([...documentsIn('.'), ...documentsIn('docs')]), ...packages];
const linked = [...documents, ...chosen([...readmesIn('apps'), 'tooling/bench/RESULTS.md'])];

let passed = 0;
let failed = 0;
const settle = (/** @type {string[]} */ problems) => {
  if (problems.length === 0) passed++;
  else {
    failed++;
    console.log(problems.map((problem) => `✗ ${problem}`).join('\n'));
  }
};

for (const file of linked) settle(linkFaults(root, file));
for (const file of chosen(['RELIABILITY.md'])) settle(promiseFaults(root, file));
for (const file of packages) {
  const folder = dirname(file);
  const { name } = JSON.parse(read(`${folder}/package.json`));
  settle(skeletonFaults(name, read(file), read(`${folder}/src/index.ts`)).map((fault) => `${file}: ${fault}`));
}
console.log(`links and skeletons: ${passed} passed, ${failed} failed`);
const checks = { passed, failed };

// Each document has a folder, so that its examples find the files that it names.
const examples = documents
  .flatMap((file) => examplesIn(file, read(file)))
  .map((example) => {
    const folder = join(work, example.file.replaceAll(/[/.]/g, '-'));
    return { ...example, source: join(folder, example.name ?? `line-${example.line}.ts`) };
  });

rmSync(work, { recursive: true, force: true });
for (const { source, code } of examples) {
  mkdirSync(dirname(source), { recursive: true });
  writeFileSync(source, /^(import|export) /m.test(code) ? code : `${code}\nexport {};\n`);
}
const faults = typecheck(
  examples.map(({ source }) => source),
  [join(here, 'src/vite.d.ts')],
);

const scriptOf = (/** @type {string} */ source) => source.replace(/\.ts$/, '.js');
for (const { source, code } of examples) writeFileSync(scriptOf(source), transpile(code));
const waiting = [...examples];
const worker = async () => {
  for (let example = waiting.shift(); example !== undefined; example = waiting.shift()) {
    const { file, line, source, runs, output } = example;
    const problems = (faults.get(source) ?? []).map((fault) => `${file}:${line + fault.line + 1}: ${fault.message}`);
    if (runs && problems.length === 0) {
      const problem = await runExample(scriptOf(source), output);
      if (problem !== undefined) problems.push(`${file}:${line}: ${problem}`);
    }
    settle(problems);
  }
};
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));

console.log(`examples: ${passed - checks.passed} passed, ${failed - checks.failed} failed`);
const report = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0 };
writeFileSync(join(here, 'jest-report.json'), `${JSON.stringify(report)}\n`);
process.exitCode = failed === 0 ? 0 : 1;
