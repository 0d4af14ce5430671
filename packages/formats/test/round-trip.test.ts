import { afterEach, describe, expect, test } from '@jest/globals';
import {
  fromKerasConfig,
  latestCheckpoint,
  loadWeightsH5,
  memoryStore,
  modelCheckpoint,
  readKeras,
  toKerasConfig,
  weightArrays,
  writeKeras,
  writeWeightsH5,
} from '@sixstep/formats';
import { maxNorm, minMaxNorm, nonNeg, unitNorm } from '@sixstep/constraints';
import * as initializers from '@sixstep/initializers';
import * as layers from '@sixstep/layers';
import type { AnyLayer } from '@sixstep/layers';
import { functional, sequential, type AnyModel } from '@sixstep/model';
import { optimizers, type Optimizer } from '@sixstep/optimizers';
import { l1, l1l2, l2, orthogonalRegularizer } from '@sixstep/regularizers';
import * as schedules from '@sixstep/schedules';
import { memory } from '@tensorflow/tfjs-core';

const numbers = (shape: readonly number[], seed: number, integers?: number) => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => {
    const value = Math.sin(seed + i * 1.7);
    return integers === undefined ? value : Math.floor(Math.abs(value) * integers);
  }),
  shape: [...shape],
});

const vector = [8, 4];
const sequence = [8, 5, 4];
const image = [8, 5, 6, 4];
type Example = readonly [keyof typeof layers, readonly number[], object?, number?];

/** Every layer of one input, and those of several with the same input twice. */
const examples: readonly Example[] = [
  ['activation', vector, { activation: 'sigmoid' }],
  ['activityRegularization', vector, { l1: 0.1, l2: 0.2 }],
  ['alphaDropout', vector, { rate: 0.4, seed: 1 }],
  ['averagePooling1d', sequence, { poolSize: 2, padding: 'same' }],
  ['averagePooling2d', image, { poolSize: 3, strides: [1, 2] }],
  ['batchNormalization', vector, { momentum: 0.8 }],
  ['batchNormalization', sequence, { axis: 1, renorm: true }],
  ['conv1d', sequence, { filters: 3, kernelSize: 2, padding: 'causal', dilationRate: 2 }],
  ['conv1dTranspose', sequence, { filters: 3, kernelSize: 3, strides: 2 }],
  ['conv2d', image, { filters: 4, kernelSize: [3, 2], strides: 2, padding: 'same', activation: 'tanh', groups: 2 }],
  ['conv2dTranspose', image, { filters: 3, kernelSize: [3, 2], strides: 2, padding: 'same', outputPadding: 1 }],
  ['cropping1d', sequence, { cropping: [1, 2] }],
  [
    'cropping2d',
    image,
    {
      cropping: [
        [1, 0],
        [2, 1],
      ],
    },
  ],
  ['dense', sequence, { units: 3, activation: 'softmax', kernelRegularizer: 'l2', biasConstraint: nonNeg() }],
  ['depthwiseConv1d', sequence, { kernelSize: 3, depthMultiplier: 2 }],
  ['depthwiseConv2d', image, { kernelSize: 2, padding: 'same' }],
  ['dropout', sequence, { rate: 0.4, seed: 1, noiseShape: [null, 1, 4] }],
  ['elu', vector, { alpha: 0.7 }],
  ['embedding', vector, { inputDim: 7, outputDim: 3 }, 7],
  ['flatten', image],
  ['gaussianDropout', vector, { rate: 0.4, seed: 1 }],
  ['gaussianNoise', vector, { stddev: 0.4, seed: 1 }],
  ['globalAveragePooling1d', sequence],
  ['globalAveragePooling2d', image, { keepdims: true }],
  ['globalMaxPooling1d', sequence],
  ['globalMaxPooling2d', image],
  ['groupNormalization', image, { groups: 2 }],
  ['gru', sequence, { units: 3, returnSequences: true, dropout: 0.2, recurrentDropout: 0.1, seed: 3 }],
  ['gru', sequence, { units: 3, resetAfter: false, useBias: false }],
  ['identity', vector],
  ['layerNormalization', sequence, { axis: [1, 2] }],
  ['leakyReLU', vector, { negativeSlope: 0.1 }],
  ['lstm', sequence, { units: 3, recurrentActivation: 'softsign', unitForgetBias: false }],
  ['masking', sequence],
  ['maxPooling1d', sequence, { poolSize: 2, strides: 1 }],
  ['maxPooling2d', image, { poolSize: [2, 3], padding: 'same' }],
  ['multiHeadAttention', sequence, { numHeads: 2, keyDim: 3, useGate: true, outputShape: 3, dropout: 0.1, seed: 5 }],
  ['normalization', vector],
  ['normalization', vector, { mean: [1, 2, 3, 4], variance: [1, 4, 9, 16] }],
  ['permute', sequence, { dims: [2, 1] }],
  ['prelu', image, { sharedAxes: [1, 2] }],
  ['relu', vector, { negativeSlope: 0.1, maxValue: 1, threshold: 0.2 }],
  ['repeatVector', vector, { n: 4 }],
  ['rescaling', vector, { scale: [1, 2, 3, 4], offset: -1 }],
  ['reshape', vector, { targetShape: [-1, 2] }],
  ['rmsNormalization', sequence],
  ['separableConv1d', sequence, { filters: 3, kernelSize: 2 }],
  ['separableConv2d', image, { filters: 3, kernelSize: 3, depthMultiplier: 2, padding: 'same' }],
  ['simpleRNN', sequence, { units: 3, activation: 'sigmoid', goBackwards: true }],
  ['softmax', sequence, { axis: 1 }],
  ['spatialDropout1d', sequence, { rate: 0.4, seed: 1 }],
  ['spatialDropout2d', image, { rate: 0.4, seed: 1 }],
  ['unitNormalization', sequence, { axis: 1 }],
  ['upSampling1d', sequence, { size: 3 }],
  ['upSampling2d', image, { size: [2, 3], interpolation: 'bilinear' }],
  ['zeroPadding1d', sequence, { padding: [2, 1] }],
  [
    'zeroPadding2d',
    image,
    {
      padding: [
        [1, 2],
        [0, 1],
      ],
    },
  ],
  ['add', vector],
  ['additiveAttention', sequence],
  ['attention', sequence, { useScale: true, scoreMode: 'concat', dropout: 0.2, seed: 4 }],
  ['average', vector],
  ['concatenate', sequence, { axis: 1 }],
  ['dot', vector, { axes: 1, normalize: true }],
  ['maximum', vector],
  ['minimum', vector],
  ['multiply', vector],
  ['subtract', vector],
];
const takesList = [
  'add',
  'additiveAttention',
  'attention',
  'average',
  'concatenate',
  'dot',
  'maximum',
  'minimum',
  'multiply',
  'subtract',
];

const before = memory().numTensors;
afterEach(() => expect(memory().numTensors).toBe(before));

/** A model around the layer. */
function around(layer: AnyLayer, shape: readonly number[], list: boolean, integers?: number): AnyModel {
  const x = layers.input({ shape: shape.slice(1), ...(integers !== undefined && { dtype: 'int32' as const }) });
  const first = integers === undefined ? layers.dense({ units: shape.at(-1)! }).apply(x) : x;
  const y = layer.apply(list ? [first, x] : first) as layers.SymbolicTensor;
  return functional({ inputs: x, outputs: layers.dense({ units: 1 }).apply(layers.flatten().apply(y)) });
}

/** Saves after one epoch, loads into a model made of the config, and compares after two more. */
async function goesOn(model: AnyModel, shape: readonly number[], integers?: number): Promise<void> {
  const [x, y] = [numbers(shape, 1, integers), numbers([shape[0]!, 1], 2)];
  const store = memoryStore();
  const options = { batchSize: 4, seed: 3, epochs: 3 };
  const compile = { optimizer: 'adam', loss: 'meanSquaredError' } as const;
  model.compile(compile);
  await model.fit(x, y, { ...options, callbacks: [modelCheckpoint({ store, keepLast: 9 })] });
  for (const name of (await store.names()).slice(1)) await store.remove(name);
  const again = fromKerasConfig(JSON.parse(JSON.stringify(toKerasConfig(model))));
  again.compile(compile);
  await again.fit(x, y, {
    ...options,
    callbacks: [modelCheckpoint({ store })],
    resumeFrom: await latestCheckpoint(store),
  });
  expect(weightArrays(again)).toStrictEqual(weightArrays(model));
  const third = fromKerasConfig(toKerasConfig(model));
  await loadWeightsH5(third, await writeWeightsH5(model));
  expect(weightArrays(third)).toStrictEqual(weightArrays(model));
  for (const item of [model, again, third]) item.dispose();
}

describe('layers', () => {
  test.each(examples)('%s of %j with %j goes on to the bit', async (factory, shape, options = {}, integers) => {
    const layer = (layers[factory] as unknown as (options: object) => AnyLayer)(options);
    await goesOn(around(layer, shape, takesList.includes(factory), integers), shape, integers);
  });

  test('every layer is among them', () => {
    const { bidirectional, timeDistributed } = layers;
    const factories = Object.entries(layers)
      .filter(([name, value]) => /^[a-z]/.test(name) && typeof value === 'function')
      .map(([name]) => name);
    const others = [
      'callContext',
      'withCallContext',
      'input',
      'isShape',
      'layerName',
      'maskOf',
      'setMask',
      'withWeightLimit',
    ];
    const wrappers = [bidirectional.name, timeDistributed.name, 'gruCell', 'lstmCell', 'simpleRNNCell', 'stopGradient'];
    const tried: string[] = [...examples.map(([factory]) => factory), ...others, ...wrappers];
    expect(factories.filter((name) => !tried.includes(name))).toStrictEqual([]);
  });

  test('wrappers go on to the bit', async () => {
    const { bidirectional, lstm, gru, timeDistributed, dense } = layers;
    await goesOn(
      around(
        bidirectional({ layer: lstm({ units: 2, returnSequences: true, dropout: 0.2, seed: 1 }) }),
        sequence,
        false,
      ),
      sequence,
    );
    await goesOn(
      around(
        bidirectional({
          layer: gru({ units: 2 }),
          backwardLayer: gru({ units: 2, goBackwards: true, useBias: false }),
          mergeMode: 'concat',
        }),
        sequence,
        false,
      ),
      sequence,
    );
    await goesOn(around(timeDistributed({ layer: dense({ units: 2 }) }), sequence, false), sequence);
  });
});

/** A model with this optimizer goes on after writeKeras and readKeras as if nothing had happened. */
async function trainsOn(optimizer: Optimizer, options: object = {}): Promise<void> {
  const model = sequential([
    layers.input({ shape: [4] }),
    layers.dense({ units: 3, activation: 'tanh', ...options }),
    layers.dense({ units: 3 }),
  ]);
  model.compile({ optimizer, loss: 'meanSquaredError' });
  const [x, y] = [numbers([6, 4], 1), numbers([6, 3], 2)];
  for (let i = 0; i < 3; i++) model.trainOnBatch(x, y);
  const copy = await readKeras(await writeKeras(model));
  expect(copy.optimizer.config).toEqual(
    expect.objectContaining({ ...model.optimizer.config, learningRate: expect.anything() }),
  );
  for (let i = 0; i < 3; i++) expect(copy.trainOnBatch(x, y)).toStrictEqual(model.trainOnBatch(x, y));
  expect(weightArrays(copy)).toStrictEqual(weightArrays(model));
  for (const item of [model, copy]) item.dispose();
}

describe('optimizers', () => {
  const factories = Object.entries(optimizers) as unknown as [string, (options?: object) => Optimizer][];
  const fancy = { useEma: true, emaMomentum: 0.9, weightDecay: 0.01, gradientAccumulationSteps: 2, clipnorm: 1 };
  test.each(factories)('%s goes on to the bit', async (_, make) => {
    await trainsOn(make());
    await trainsOn(make(fancy));
  });

  test.each<[string, object]>([
    ['sgd', { momentum: 0.9, nesterov: true }],
    ['sgd', { momentum: 0.9, dampening: 0.9, dampenFirstStep: false }],
    ['sgd', { momentum: 0 }],
    ['rmsprop', { centered: true, momentum: 0.5 }],
    ['adam', { amsgrad: true, learningRate: 1 / 3, globalClipnorm: 0.1 }],
    ['adamW', { clipvalue: 0.01 }],
  ])('%s with %j goes on to the bit', async (name, options) => {
    await trainsOn((optimizers as unknown as Record<string, (options: object) => Optimizer>)[name]!(options));
  });
});

test.each<[string, (step: number) => number]>([
  [
    'exponentialDecay',
    schedules.exponentialDecay({ initialLearningRate: 0.1, decaySteps: 2, decayRate: 0.9, staircase: true }),
  ],
  [
    'cosineDecay',
    schedules.cosineDecay({ initialLearningRate: 0.1, decaySteps: 10, warmupTarget: 0.2, warmupSteps: 2 }),
  ],
  ['cosineDecayRestarts', schedules.cosineDecayRestarts({ initialLearningRate: 0.1, firstDecaySteps: 3 })],
  ['inverseTimeDecay', schedules.inverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 2, decayRate: 0.9 })],
  ['piecewiseConstantDecay', schedules.piecewiseConstantDecay({ boundaries: [2, 4], values: [0.1, 0.05, 0.01] })],
  ['polynomialDecay', schedules.polynomialDecay({ initialLearningRate: 0.1, decaySteps: 10, power: 2, cycle: true })],
])('schedule %s goes on to the bit', async (_, learningRate) => {
  await trainsOn(optimizers.sgd({ learningRate, momentum: 0.5 }));
});

const make = (table: object): [string, object][] =>
  Object.entries(table as Record<string, (options: object) => object>).flatMap(([name, factory]) =>
    name === 'stft' ? [] : [[name, factory({})] as [string, object]],
  );
test.each(make(initializers.initializers))('initializer %s is written and read', async (_, kernelInitializer) => {
  await trainsOn(optimizers.sgd(), { units: 4, kernelInitializer });
});
test.each(
  [l1(), l2({ l2: 0.1 }), l1l2({ l1: 0.1, l2: 0.2 }), orthogonalRegularizer()].map(
    (part) => [part.className, part] as const,
  ),
)('regularizer %s goes on to the bit', async (_, kernelRegularizer) =>
  trainsOn(optimizers.sgd(), { kernelRegularizer }),
);
test.each(
  [maxNorm({ maxValue: 0.5 }), minMaxNorm(), nonNeg(), unitNorm()].map((part) => [part.className, part] as const),
)('constraint %s goes on to the bit', async (_, kernelConstraint) => trainsOn(optimizers.sgd(), { kernelConstraint }));
