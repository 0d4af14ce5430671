import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readKeras, writeKeras, writeWeightsH5 } from '@sixstep/formats';
import { setRandomSeed } from '@sixstep/random';
import { useWasm } from '@sixstep/wasm';
import { Command } from 'commander';
import type { CheckCase } from './check-case.js';
import { differences, figureDifferences } from './differences.js';
import { layerCases } from './layer-cases.js';
import { modelCases } from './model-cases.js';
import { partCases } from './part-cases.js';
import { runModel, trainStep, type Outcome } from './run-model.js';

/** What Keras made of a file: faults, or the outcome. `back` is that of what it saved after its training. */
interface Answer {
  readonly fault?: string;
  readonly outcome?: Outcome;
  readonly byWeights?: readonly number[];
  readonly back?: Outcome;
}

const { python, only, keep } = new Command('keras-check')
  .description(
    'Writes models, loads them in real Keras, and compares predictions and further steps of training; then the same with what ' +
      'Keras saved. KERAS_BACKEND says on what Keras runs.',
  )
  .requiredOption('--python <path>', 'a Python with keras 3 and tensorflow, torch or jax')
  .option('--only <text>', 'only the models whose name contains it')
  .option('--keep <folder>', 'an existing folder for the files; by default they are removed')
  .showHelpAfterError()
  .parse()
  .opts<{ python: string; only?: string; keep?: string }>();

await useWasm();
setRandomSeed(1);
const cases = [...modelCases(), ...layerCases(), ...partCases()].filter(
  ({ name }) => only === undefined || name.includes(only),
);
const folder = keep ?? (await mkdtemp(join(tmpdir(), 'sixstep-keras-')));
const expected: (Outcome | string)[] = [];
const requests: object[] = [];

/** Trains a little, so that the optimizer has a state, and writes the files. */
async function write(trial: CheckCase, index: number): Promise<Outcome> {
  const model = trial.make();
  const isRandom = Object.keys(model.generators()).length > 0;
  for (let i = 0; i < 3; i++) trainStep(model, trial);
  // The files hold no states of recurrent layers.
  for (const memory of Object.values(model.memories())) memory.states = [];
  await writeFile(join(folder, `${index}.keras`), await writeKeras(model));
  await writeFile(join(folder, `${index}.weights.h5`), await writeWeightsH5(model));
  const arrays = (list: CheckCase['x']): object[] => list.map(({ data, shape }) => ({ data: [...data], shape }));
  requests.push({ index, isRandom, x: arrays(trial.x), y: arrays(trial.y) });
  const outcome = runModel(model, trial);
  model.dispose();
  // What is random is not the same in Keras: it only has to run.
  return isRandom ? { predicted: outcome.predicted, steps: [], predictedAfter: [] } : outcome;
}

for (const [index, trial] of cases.entries()) {
  expected.push(await write(trial, index).catch((error: Error) => `cannot be written: ${error.message}`));
}
await writeFile(join(folder, 'requests.json'), JSON.stringify(requests));
const script = fileURLToPath(new URL('../python/check.py', import.meta.url));
const { status, error } = spawnSync(python, [script, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
if (status !== 0) throw new Error(`keras-check: expected ${python} to run, received ${error?.message ?? status}.`);
const answers = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as Readonly<Record<number, Answer>>;

const compare = (what: string, a: Outcome, b: Outcome): string[] => [
  ...differences(`${what}: predictions`, a.predicted, b.predicted),
  ...a.steps.flatMap((figures, i) => figureDifferences(`${what}: step ${i + 1}`, figures, b.steps[i]!)),
  ...differences(`${what}: predictions after these`, a.predictedAfter, b.predictedAfter),
];

async function faultsOf(trial: CheckCase, index: number): Promise<string[]> {
  const ours = expected[index]!;
  if (typeof ours === 'string') return [ours];
  const { fault, outcome, byWeights, back } = answers[index] ?? { fault: 'no answer' };
  if (fault !== undefined) return [`in Keras: ${fault}`];
  const model = await readKeras(await readFile(join(folder, `${index}.back.keras`)));
  const again = runModel(model, trial);
  model.dispose();
  return [
    ...compare('in Keras', ours, outcome!),
    ...differences('in Keras by weights.h5: predictions', ours.predicted, byWeights!),
    ...compare('back from Keras', back!, ours.steps.length > 0 ? again : { ...again, steps: [], predictedAfter: [] }),
  ];
}

let failed = 0;
for (const [index, trial] of cases.entries()) {
  const faults = await faultsOf(trial, index).catch((error: Error) => [`back from Keras: ${error.message}`]);
  if (faults.length > 0) failed++;
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${trial.name}${faults.map((fault) => `\n    ${fault}`).join('')}`);
}
if (keep === undefined) await rm(folder, { recursive: true });
console.log(`\n${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
