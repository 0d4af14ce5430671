import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import { weightArrays } from '@sixstep/formats';
import { dense, Dense, embedding, input, lstm } from '@sixstep/layers';
import { meanSquaredError } from '@sixstep/losses';
import { sequential, type AnyModel, type FitOptions } from '@sixstep/model';
import { serveTraining, workers } from '@sixstep/parallel';
import { setRandomSeed } from '@sixstep/random';
import { memory } from '@tensorflow/tfjs-core';
import { makeLine, makeModel } from './support/own-model.js';
import { microBatches } from './support/micro-batches.js';

const data = [
  { data: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)), shape: [20, 3] },
  { data: Float32Array.from({ length: 20 }, (_, i) => Math.cos(i)), shape: [20, 1] },
] as const;
const ownWorker = (workerData: object) => (): Worker =>
  new Worker(new URL('./support/own-worker.js', import.meta.url), { workerData });
const fit = (model: AnyModel, runner: unknown): Promise<unknown> =>
  model.fit(...data, { batchSize: 5, seed: 1, workers: runner as NonNullable<FitOptions['workers']> });
const made = (make: () => AnyModel): AnyModel => {
  setRandomSeed(3);
  return make();
};

test('a train step of your own runs in the workers', async () => {
  const before = memory().numTensors;
  const [model, expected] = [made(makeLine), made(makeLine)];
  const twin = makeLine();
  const history = await fit(model, workers({ count: 2, worker: ownWorker({ kind: 'line' }) }));
  expect(history).toStrictEqual(await fit(expected, microBatches(2, twin)));
  expect(weightArrays(model)).toStrictEqual(weightArrays(expected));
  for (const each of [model, expected, twin]) each.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a layer that was frozen stays as it is, to the bit, and so it is in the workers', async () => {
  const freeze = (): AnyModel => {
    const model = makeModel();
    model.layers[0]!.trainable = false;
    return model;
  };
  const [model, expected, twin] = [made(freeze), made(freeze), freeze()];
  const start = weightArrays(model);
  await fit(model, workers({ count: 3, worker: ownWorker({ kind: 'model' }) }));
  await fit(expected, microBatches(3, twin));
  expect(weightArrays(model)).toStrictEqual(weightArrays(expected));
  const end = weightArrays(model);
  const same = Object.keys(end).filter((path) => String(end[path]!.data) === String(start[path]!.data));
  expect(same).toStrictEqual(['dense/kernel', 'dense/bias']);
});

const compiled = (layer: ReturnType<typeof dense>, loss: unknown = 'meanSquaredError'): AnyModel => {
  const model = sequential([input({ shape: [3] }), layer]);
  model.compile({ loss: loss as 'meanSquaredError' });
  return model;
};
class Mine extends Dense {}
const two = workers({ count: 2 });
const hint = "Pass workers({ count, worker }), and call serveTraining({ model }) in the worker's script.";
const unknown = 'expected a model that workers can make from its config, received one that they cannot:';

test.each<[string, () => AnyModel, unknown, string]>([
  [
    'a number',
    () => compiled(dense({ units: 1 })),
    2,
    'fit: expected workers to be workers of @sixstep/parallel, received 2. Pass e.g. workers({ count: 2 }).',
  ],
  [
    'a layer of your own and no script',
    makeModel,
    two,
    `fit: ${unknown} scale is of a class of your own, Scale. ${hint}`,
  ],
  [
    'a subclass of a layer',
    () => compiled(new Mine({ units: 1, name: 'mine' })),
    two,
    `fit: ${unknown} mine is of a class of your own, Mine. ${hint}`,
  ],
  [
    'a loss of your own and no script',
    () => compiled(dense({ units: 1 }), (yTrue: never, yPred: never) => meanSquaredError()(yTrue, yPred)),
    two,
    `fit: ${unknown} compile: loss: expected a part that a file can name, received LossFunctionWrapper. Use a part of Sixstep. ${hint}`,
  ],
  [
    'a layer of your own and a script without a model',
    makeModel,
    workers({ count: 1, worker: ownWorker({}) }),
    `fit: worker 1 of 1 failed: ${unknown} scale is of a class of your own, Scale. ${hint}`,
  ],
  [
    'a script that is not there',
    () => compiled(dense({ units: 1 })),
    workers({ count: 1, worker: () => new Worker('process.exit(3)', { eval: true }) }),
    'fit: worker 1 of 1 ended with code 3.',
  ],
  [
    'a script with another model',
    () => compiled(dense({ units: 1 })),
    workers({ count: 1, worker: ownWorker({ kind: 'model' }) }),
    'fit: worker 1 of 1 failed: expected the weights dense/kernel [3, 1] float32, dense/bias [1] float32, received ' +
      'dense/kernel [3, 4] float32, dense/bias [4] float32, scale/factor [1] float32, dense_1/kernel [4, 1] float32, ' +
      'dense_1/bias [1] float32.',
  ],
  [
    'two calls of optimize',
    () => made(() => makeLine(2)),
    workers({ count: 1, worker: ownWorker({ kind: 'line', times: 2 }) }),
    `fit: worker 1 of 1 failed: expected trainStep to call optimize once, received a second call. The weights are those of the last whole step.`,
  ],
  [
    'a sum as loss',
    () => compiled(dense({ units: 1 }), meanSquaredError({ reduction: 'sum' })),
    two,
    "fit: expected losses that are means over samples with workers, received MeanSquaredError with reduction 'sum'. " +
      "Pass reduction: 'sumOverBatchSize', or train without workers.",
  ],
  [
    'layers that remember the last batch',
    () => {
      const model = sequential([
        input({ shape: [3] }),
        embedding({ inputDim: 5, outputDim: 2 }),
        lstm({ units: 2, stateful: true }),
      ]);
      model.compile({ loss: 'meanSquaredError' });
      return model;
    },
    two,
    'fit: expected layers without stateful: true with workers, received lstm. Train without workers.',
  ],
  [
    'sparse embeddings',
    () => {
      const model = sequential([input({ shape: [3] }), embedding({ inputDim: 5, outputDim: 2, sparse: true })]);
      model.compile({ loss: 'meanSquaredError' });
      return model;
    },
    two,
    'fit: expected layers without sparse: true with workers, received embedding. Train without workers.',
  ],
])('%s is refused', async (_, make, runner, message) => {
  const before = memory().numTensors;
  const model = make();
  const error = await fit(model, runner).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toBe(message);
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a count that is none, and a place that is no worker, are refused', () => {
  expect(() => workers({ count: 0 })).toThrow(
    'workers: expected count to be an integer >= 1, received 0. Pass e.g. workers({ count: 2 }).',
  );
  expect(() => serveTraining()).toThrow(
    'serveTraining: expected to run in a worker, received the main thread. Call it in a script of its own.',
  );
});
