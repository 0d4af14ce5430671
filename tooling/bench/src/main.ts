import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { measure, type Failure, type Result } from './measure.js';
import { measureKernels } from './measure-kernels.js';
import { printKernels } from './print-kernels.js';
import { commands, startSystem, type System } from './system.js';
import { workloads, type Workload } from './workloads.js';

const list = (text: string): string[] => text.split(',').map((item) => item.trim());
const integers = (text: string): number[] =>
  list(text).map((item) => {
    if (/^[1-9]\d*$/.test(item)) return Number(item);
    throw new InvalidArgumentError('Expected positive integers, separated by commas.');
  });
const names = (text: string): Workload[] =>
  list(text).map((item) => {
    if (Object.hasOwn(workloads, item)) return item as Workload;
    throw new InvalidArgumentError(`Expected some of ${Object.keys(workloads).join(', ')}.`);
  });

const {
  only,
  batch,
  steps,
  rounds,
  systems: wanted,
  python,
  workers,
  kernels,
  json,
} = new Command('bench')
  .description(
    'Times training steps (of iris and epoch: epochs) of Sixstep and other libraries, interleaved: medians and ratios.',
  )
  .option(
    '--only <workloads>',
    `some of ${Object.keys(workloads).join(', ')}`,
    names,
    Object.keys(workloads) as Workload[],
  )
  .option('--batch <sizes>', 'batch sizes', integers, [32, 128])
  .option('--steps <n>', 'steps a round', (text) => integers(text)[0]!, 20)
  .option('--rounds <n>', 'rounds that count', (text) => integers(text)[0]!, 7)
  .option('--systems <names>', 'the systems to time; default: all that are there', list)
  .option('--python <path>', 'a Python with keras, tensorflow and torch, to be timed too')
  .option(
    '--workers <n>',
    'time Sixstep with so many workers too; the start of their threads does not count',
    (text) => integers(text)[0]!,
  )
  .option('--kernels', "time the kernels one by one instead, against TensorFlow.js' own and what the machine can do")
  .option('--json <file>', 'write the results')
  .showHelpAfterError()
  .parse()
  .opts<{
    only: Workload[];
    batch: number[];
    steps: number;
    rounds: number;
    systems?: string[];
    python?: string;
    workers?: number;
    kernels?: boolean;
    json?: string;
  }>();

const available = kernels === true ? {} : commands(python, workers);
const systems: System[] = [];
for (const [name, command] of Object.entries(available)) {
  if (wanted !== undefined && !wanted.includes(name)) continue;
  try {
    systems.push(await startSystem(name, command));
  } catch (error) {
    console.error(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
const versions = Object.assign({}, ...systems.map((system) => system.versions)) as Record<string, string>;
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}`);

/** Steps a round; of iris and `epoch` these are epochs, of which the first is so short that few would time what `fit` costs once. */
const stepsOf = (workload: Workload): number => (workload === 'iris' ? 10 * steps : workload === 'epoch' ? 1 : steps);

const results: Result[] = [];
const failures: Failure[] = [];
try {
  for (const workload of kernels === true ? [] : only) {
    for (const size of workload === 'iris' || workload === 'epoch' ? [32] : batch) {
      console.log(`\n${workloads[workload].title}, batch ${size}`);
      const found = await measure(systems, workload, size, stepsOf(workload), rounds);
      const own = found.results.find(({ system }) => system === 'sixstep')?.msPerStep;
      for (const { system, msPerStep, min, max } of found.results) {
        const ratio =
          own === undefined || system === 'sixstep' ? '' : `  ${(msPerStep / own).toFixed(2).padStart(8)}x ours`;
        const range = `(${min.toFixed(3)} to ${max.toFixed(3)})`;
        console.log(`  ${system.padEnd(26)} ${msPerStep.toFixed(3).padStart(10)} ms ${range.padEnd(24)}${ratio}`);
      }
      for (const { system, error } of found.failures) console.log(`  ${system.padEnd(26)} fails: ${error}`);
      results.push(...found.results);
      failures.push(...found.failures);
    }
  }
} finally {
  for (const system of systems) system.close();
}
const ofKernels = kernels === true ? await measureKernels() : undefined;
if (ofKernels !== undefined) printKernels(ofKernels.limits, ofKernels.kernels);
if (json !== undefined) {
  const path = resolve(process.env['INIT_CWD'] ?? '.', json);
  await writeFile(path, `${JSON.stringify({ machine, versions, results, failures, ...ofKernels }, null, 2)}\n`);
  console.log(`\nResults written to ${path}`);
}
