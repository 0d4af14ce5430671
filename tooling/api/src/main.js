// npm run api: compares what each package exports with its report in etc, which is reviewed as code is.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from './build.js';

const help = `Usage: npm run api -- [options] [PACKAGE...]

Compares what the packages export, all or those named, with the reports packages/*/etc/*.api.md.

  --write   write the reports instead
  --help    show this text`;

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const packages = fileURLToPath(new URL('../../../packages', import.meta.url));
const known = readdirSync(packages).sort();
const unknown = positionals.find((name) => !known.includes(name));

if (values.help) console.log(help);
else if (unknown !== undefined) {
  console.error(`api: expected names of packages, received '${unknown}'. There are ${known.join(', ')}.`);
  process.exitCode = 2;
} else if (!build()) process.exitCode = 1;
else {
  const names = positionals.length > 0 ? positionals : known;
  // Two threads, each with every other package.
  const halves = [0, 1].map((half) => names.filter((_, index) => index % 2 === half));
  const faults = (await Promise.all(halves.map(reportAll))).flat();
  for (const { name, fault } of faults) console.log(`✗ ${name}: ${fault}`);
  if (faults.length === 0) console.log(`${names.length} ${values.write ? 'reports written' : 'reports are true'}`);
  else if (!values.write)
    console.log('\nIf a change is meant, `npm run api -- --write` writes it down. Is there a changeset?');
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<{ name: string, fault: string }[]>} the packages at fault
 */
function reportAll(names) {
  const worker = new Worker(new URL('./report-worker.js', import.meta.url), {
    workerData: { packages, names, write: values.write },
  });
  /** @type {{ name: string, fault: string }[]} */
  const faults = [];
  worker.on('message', (message) => message.fault !== undefined && faults.push(message));
  return new Promise((done, fail) => {
    worker.on('error', fail);
    worker.on('exit', () => done(faults));
  });
}
