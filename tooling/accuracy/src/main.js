// npm run accuracy -- [NAME ...] [--write]: trains on whole data sets and compares the test accuracy with what it must be.
// With --write the figures go into the READMEs of the apps.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withResults } from './results-table.js';
import { runs } from './runs.js';
import { train } from './train.js';

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.find((name) => !Object.hasOwn(runs, name));
if (unknown !== undefined) {
  console.error(`error: expected one of ${Object.keys(runs).join(', ')}, received '${unknown}'.`);
  process.exit(1);
}
const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(2)} %`;
const date = new Date().toISOString().slice(0, 10);
let failed = 0;
for (const [name, run] of Object.entries(runs)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const reports = [];
  for (const seed of run.seeds) {
    const report = await train(run, seed);
    reports.push(report);
    console.log(`${name}, seed ${seed}: ${percent(report.final.valAccuracy)} in ${report.seconds.toFixed(1)} s`);
  }
  const accuracies = reports.map((report) => report.final.valAccuracy);
  const worst = Math.min(...accuracies);
  const isReached = worst >= run.atLeast;
  if (!isReached) failed++;
  console.log(`${isReached ? '✓' : '✗'} ${name}: worst ${percent(worst)}, at least ${percent(run.atLeast)}\n`);
  if (!values.write) continue;
  const readme = new URL(`../../../apps/${run.app}/README.md`, import.meta.url);
  const row = [
    `\`${run.model}\``,
    String(run.epochs),
    run.seeds.join(', '),
    reports[0]?.parameters.toLocaleString('en-US') ?? '',
    accuracies.map(percent).join(', '),
    percent(run.atLeast),
    `${Math.max(...reports.map((report) => report.peakMegabytes)).toFixed(0)} MB`,
    date,
  ];
  writeFileSync(readme, withResults(readFileSync(readme, 'utf8'), [row]));
}
process.exitCode = failed === 0 ? 0 : 1;
