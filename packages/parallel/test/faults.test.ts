import { Worker, type ResourceLimits } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import { weightArrays } from '@sixstep/formats';
import { terminateOnNaN, type Callback, type Sequential, type StepRunner, type TrainingState } from '@sixstep/model';
import { workers } from '@sixstep/parallel';
import { setRandomSeed } from '@sixstep/random';
import { memory, type Tensor } from '@tensorflow/tfjs-core';
import { makeModel } from './support/own-model.js';

const x = { data: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)), shape: [20, 3] };
const y = { data: Float32Array.from({ length: 20 }, (_, i) => Math.cos(i)), shape: [20, 1] };

const started: Worker[] = [];
/** Workers with the model of `own-model.js`, in the second of which something happens. */
function ownWorkers(second: object = {}, resourceLimits: ResourceLimits = {}): StepRunner {
  let next = 0;
  return workers({
    count: 2,
    worker: () => {
      const workerData = { kind: 'model', ...(next++ % 2 === 1 && second) };
      const worker = new Worker(new URL('./support/own-worker.js', import.meta.url), { workerData, resourceLimits });
      started.push(worker);
      return worker;
    },
  });
}

// However a training ended, its workers have ended too.
afterEach(() => {
  expect(started.length).toBeGreaterThan(0);
  for (const { threadId } of started.splice(0)) expect(threadId).toBe(-1);
});

function make(): Sequential {
  setRandomSeed(3);
  return makeModel();
}

/** Trains 3 epochs of 4 steps by `runner`; states are kept after each step and at the end. */
async function train(
  model: Sequential,
  runner: StepRunner,
  more: { resumeFrom?: TrainingState; signal?: AbortSignal; callback?: Callback } = {},
): Promise<TrainingState[]> {
  const { callback = {}, ...options } = more;
  const states: TrainingState[] = [];
  const keep = (training: { state(): TrainingState }): void => void states.push(training.state());
  const keeper: Callback = {
    onTrainBatchEnd: (_, __, training) => keep(training),
    onTrainEnd: (_, training) => keep(training),
  };
  const training = model.fit(x, y, {
    batchSize: 5,
    epochs: 3,
    seed: 4,
    workers: runner,
    callbacks: [keeper, callback],
    ...options,
  });
  return training.then(
    () => states,
    (error: unknown) => Promise.reject(Object.assign(error as Error, { states })),
  );
}

/** What the training threw, and the states that it left. */
const failure = (training: Promise<unknown>): Promise<Error & { states: TrainingState[] }> =>
  training.then(
    () => Promise.reject(new Error('expected the training to fail')),
    (error: Error & { states: TrainingState[] }) => error,
  );

/** The state without the metric that counts tensors. */
const withoutTensors = (state: TrainingState): object => ({ ...state, meters: null, logs: null, history: null });

test.each([
  [
    'throws',
    { fault: 'throw', at: 7 },
    {},
    'fit: worker 2 of 2 failed: the layer is out of order. The weights are those of the last whole step.',
  ],
  [
    'exits',
    { fault: 'exit', at: 7 },
    {},
    'fit: worker 2 of 2 ended with code 7. The weights are those of the last whole step.',
  ],
  [
    'runs out of memory',
    { fault: 'memory', at: 7 },
    { maxOldGenerationSizeMb: 64 },
    'fit: worker 2 of 2 ended: Worker terminated due to reaching memory limit: JS heap out of memory. The weights are those of the last whole step.',
  ],
])('where a worker %s, nothing is lost', async (_, fault, limits, message) => {
  const before = memory().numTensors;
  const whole = make();
  const expected = await train(whole, ownWorkers());
  const model = make();
  const { message: received, states } = await failure(train(model, ownWorkers(fault, limits)));
  expect(received).toBe(message);
  // Six steps were whole; the state at the end is that after them, the generators' too.
  expect(states.map(withoutTensors)).toStrictEqual([...expected.slice(0, 6), expected[5]!].map(withoutTensors));
  const later = await train(model, ownWorkers(), { resumeFrom: states.at(-1)! });
  expect(withoutTensors(later.at(-1)!)).toStrictEqual(withoutTensors(expected.at(-1)!));
  expect(weightArrays(model)).toStrictEqual(weightArrays(whole));
  for (const each of [whole, model]) each.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a worker that is ended between two steps is named too', async () => {
  const model = make();
  const killer: Callback = { onTrainBatchEnd: async (batch) => void (batch === 1 && (await started[0]!.terminate())) };
  const { message, states } = await failure(train(model, ownWorkers(), { callback: killer }));
  expect(message).toBe('fit: worker 1 of 2 ended with code 1. The weights are those of the last whole step.');
  expect(states.at(-1)!.batch).toBe(2);
  expect(model.optimizer.iterations).toBe(2);
  model.dispose();
});

test('an abort ends the workers, and a callback that throws does', async () => {
  const before = memory().numTensors;
  const model = make();
  const controller = new AbortController();
  const aborter: Callback = {
    onTrainBatchEnd: (batch) => (batch === 1 ? controller.abort(new Error('enough')) : undefined),
  };
  const aborted = await failure(train(model, ownWorkers(), { signal: controller.signal, callback: aborter }));
  expect([aborted.message, model.optimizer.iterations]).toStrictEqual(['enough', 2]);
  for (const { threadId } of started) expect(threadId).toBe(-1);
  const thrower: Callback = { onEpochEnd: () => Promise.reject(new Error('no')) };
  expect((await failure(train(model, ownWorkers(), { callback: thrower }))).message).toBe('no');
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

test('gradients are shown before they are used: a loss that is no number changes nothing', async () => {
  const model = make();
  const start = weightArrays(model);
  const bad = { ...x, data: x.data.map((value, i) => (i === 50 ? NaN : value)) };
  const options = { batchSize: 20, shuffle: false, workers: ownWorkers(), callbacks: [terminateOnNaN()] };
  await expect(model.fit(bad, y, options)).rejects.toThrow(
    'terminateOnNaN: expected a finite loss, received NaN at epoch 1, batch 0. ' +
      'Look for NaN in the data, or lower the learning rate.',
  );
  expect(weightArrays(model)).toStrictEqual(start);
  expect(model.optimizer.iterations).toBe(0);
  model.dispose();
});

test('a callback hears of the whole batch, its loss and its gradients', async () => {
  const model = make();
  const seen: unknown[] = [];
  const listener: Callback = {
    onGradients({ batch, loss, gradients }) {
      seen.push((batch.x as Tensor).shape, loss.dataSync()[0], Object.keys(gradients));
    },
    onTrainBatchEnd: (_, logs) => void seen.push(Math.fround(logs['loss']!)),
  };
  const options = { batchSize: 20, seed: 4, workers: ownWorkers(), leakCheck: true, callbacks: [listener] };
  await model.fit(x, y, options);
  const [shape, loss, paths, inLogs] = seen;
  expect([shape, paths, seen.length]).toStrictEqual([[20, 3], model.namedWeights().map(({ path }) => path), 4]);
  expect(loss).toBe(inLogs);
  model.dispose();
});

test('no tensor stays behind from step to step, here and in the workers', async () => {
  const model = make();
  const here: number[] = [];
  const inWorkers: number[] = [];
  const counter: Callback = {
    onTrainBatchEnd(batch, logs) {
      here.push(memory().numTensors);
      inWorkers.push(logs['tensors']! - (batch === 0 ? 0 : total));
      total = logs['tensors']!;
    },
  };
  let total = 0;
  await train(model, ownWorkers(), { callback: counter });
  expect(new Set(here.slice(1)).size).toBe(1);
  expect(inWorkers).toHaveLength(12);
  expect(new Set(inWorkers.slice(1)).size).toBe(1);
  model.dispose();
});
