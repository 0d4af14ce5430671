import { expect, test } from '@jest/globals';
import { maxNorm } from '@sixstep/constraints';
import { constant } from '@sixstep/initializers';
import {
  batchNormalization,
  concatenate,
  conv2d,
  dense,
  dropout,
  embedding,
  flatten,
  gaussianNoise,
  globalAveragePooling1d,
  input,
} from '@sixstep/layers';
import { functional, sequential, type AnyModel, type FitOptions, type History } from '@sixstep/model';
import { adam, sgd, slots } from '@sixstep/optimizers';
import { workers } from '@sixstep/parallel';
import { setRandomSeed } from '@sixstep/random';
import { l1, l2 } from '@sixstep/regularizers';
import { memory, tensor2d } from '@tensorflow/tfjs-core';
import { microBatches } from './support/micro-batches.js';

const numbers = (count: number, step: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * step));
const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, i) => (i * 7919) % 256);
const valuesOf = (model: AnyModel): unknown[] => [
  ...model.namedWeights().map(({ path, variable }) => [path, Array.from(variable.dataSync())]),
  ...slots(model.optimizer).map(({ value }) => (typeof value === 'number' ? value : Array.from(value.dataSync()))),
  ...Object.entries(model.generators()).map(([path, { state }]) => [path, state]),
];

/** Trains the model that `make` makes by workers and in micro-batches on this thread, and expects the same bits of both. */
async function expectSameBits(
  count: number,
  make: () => AnyModel,
  fit: (model: AnyModel, options: Pick<FitOptions, 'workers'>) => Promise<History>,
): Promise<void> {
  const before = memory().numTensors;
  setRandomSeed(5);
  const model = make();
  setRandomSeed(5);
  const expected = make();
  const twin = make();
  setRandomSeed(6);
  const history = await fit(model, { workers: workers({ count }) });
  setRandomSeed(6);
  expect(history).toStrictEqual(await fit(expected, { workers: microBatches(count, twin) }));
  expect(valuesOf(model)).toStrictEqual(valuesOf(expected));
  for (const each of [model, expected, twin]) each.dispose();
  expect(memory().numTensors).toBe(before);
}

function images(): AnyModel {
  const model = sequential([
    input({ shape: [6, 6, 1] }),
    conv2d({ filters: 3, kernelSize: 3, activation: 'relu', activityRegularizer: l1() }),
    batchNormalization(),
    dropout({ rate: 0.3 }),
    flatten(),
    gaussianNoise({ stddev: 0.1 }),
    dense({ units: 4, activation: 'softmax', kernelRegularizer: l2(), kernelConstraint: maxNorm() }),
  ]);
  model.compile({
    optimizer: adam({ learningRate: 0.01, clipnorm: 1, useEma: true, gradientAccumulationSteps: 2 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    weightedMetrics: ['sparseTopKCategoricalAccuracy'],
  });
  return model;
}
const imageData = [
  { data: bytes(33 * 36), shape: [33, 6, 6, 1], scale: 1 / 255 },
  { data: Uint8Array.from({ length: 33 }, (_, i) => i % 4), shape: [33] },
] as const;

test.each([1, 2, 3])('%i workers give the same bits as as many micro-batches on one thread', async (count) => {
  await expectSameBits(count, images, (model, options) =>
    model.fit(...imageData, {
      ...options,
      // Batches of 8, 8, 8 and, 7 being kept for validation, 2: fewer than three workers.
      batchSize: 8,
      validationSplit: 0.2,
      epochs: 2,
      sampleWeight: { data: Float32Array.from({ length: 33 }, (_, i) => 1 + (i % 3)), shape: [33] },
      classWeight: { 2: 3 },
    }),
  );
});

test('the same holds of several inputs and outputs, by name', async () => {
  const make = (): AnyModel => {
    const words = input({ shape: [5], name: 'words' });
    const facts = input({ shape: [2], name: 'facts' });
    const encoded = globalAveragePooling1d().apply(embedding({ inputDim: 9, outputDim: 3 }).apply(words));
    const all = concatenate().apply([encoded, facts]);
    const model = functional({
      inputs: [words, facts],
      outputs: [
        dense({ units: 1, name: 'price' }).apply(all),
        dense({ units: 1, activation: 'sigmoid', name: 'sold' }).apply(all),
      ],
    });
    model.compile({
      optimizer: 'sgd',
      loss: { price: 'meanSquaredError', sold: 'binaryCrossentropy' },
      lossWeights: { price: 0.5, sold: 2 },
      metrics: { price: ['r2Score'], sold: ['auc', 'precision'] },
    });
    return model as AnyModel;
  };
  await expectSameBits(2, make, (model, options) =>
    model.fit(
      {
        words: { data: Int32Array.from({ length: 17 * 5 }, (_, i) => i % 9), shape: [17, 5] },
        facts: { data: numbers(34, 0.7), shape: [17, 2] },
      },
      {
        price: { data: Float64Array.from(numbers(17, 1.1)), shape: [17, 1] },
        sold: { data: bytes(17).map((value) => value % 2), shape: [17, 1] },
      },
      { ...options, batchSize: 7, epochs: 2 },
    ),
  );
});

test('a step of two workers is that of the whole batch, penalties counted once', async () => {
  // y = w x, w = 2, penalty 0.1 w^2; x = 1, 2, 3, y = 0. The workers get 1 and 2 samples.
  // losses: 2^2 = 4, (4^2 + 6^2) / 2 = 26, each with 0.1 * 4 = 0.4; together 1/3 * 4.4 + 2/3 * 26.4 = 19.0667
  // gradients: 2 * 2 * 1 = 4, (2 * 4 * 2 + 2 * 6 * 3) / 2 = 26, each with 0.2 * 2 = 0.4
  // together 1/3 * 4.4 + 2/3 * 26.4 = 19.0667 = (4 + 16 + 36) / 3 + 0.4; w = 2 - 0.1 * 19.0667 = 0.09333
  const model = sequential([
    dense({ units: 1, useBias: false, kernelInitializer: constant({ value: 2 }), kernelRegularizer: l2({ l2: 0.1 }) }),
  ]);
  model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
  const x = { data: Float32Array.of(1, 2, 3), shape: [3, 1] };
  const y = { data: new Float32Array(3), shape: [3, 1] };
  const { history } = await model.fit(x, y, { batchSize: 3, shuffle: false, workers: workers({ count: 2 }) });
  expect(history['loss']![0]).toBeCloseTo(19.0666667, 6);
  expect(model.weights[0]!.dataSync()[0]).toBeCloseTo(2 - 0.1 * 19.0666667, 6);
  model.dispose();
});

test('tensors are data too, and a runner can be used again', async () => {
  const [x, y] = [tensor2d(numbers(24, 1.3), [12, 2]), tensor2d(numbers(12, 0.3), [12, 1])];
  const before = memory().numTensors;
  const train = async (options: FitOptions): Promise<unknown> => {
    setRandomSeed(1);
    const model = sequential([dense({ units: 1 })]);
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const { history } = await model.fit(x, y, { batchSize: 4, epochs: 2, ...options });
    const weights = valuesOf(model);
    model.dispose();
    return { history, weights };
  };
  const one = workers({ count: 1 });
  const expected = await train({});
  expect(await train({ workers: one })).toStrictEqual(expected);
  expect(await train({ workers: one })).toStrictEqual(expected);
  expect(memory().numTensors).toBe(before);
  x.dispose();
  y.dispose();
});
