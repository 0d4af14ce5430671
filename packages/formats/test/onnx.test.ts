import { describe, expect, test } from '@jest/globals';
import { writeOnnx } from '@sixstep/formats';
import * as layers from '@sixstep/layers';
import { functional, sequential, type AnyModel } from '@sixstep/model';
import { cast, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import * as ort from 'onnxruntime-web';

const { add, batchNormalization, concatenate, conv2d, dense, flatten, input, lstm } = layers;

ort.env.wasm.numThreads = 1;

/** Numbers that do not repeat soon. */
const numbers = (shape: readonly number[], seed: number): Float32Array =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(seed + i * 1.7));

/** Weights that are nowhere 0 or 1, and variances above 0. */
function stir(model: AnyModel): void {
  model.namedWeights().forEach(({ path, variable }, i) =>
    tidy(() => {
      const values = numbers(variable.shape, i).map((value) => (path.includes('variance') ? 1.5 + value : value * 0.7));
      variable.assign(tensor(values, variable.shape));
    }),
  );
}

/** The largest difference between what onnxruntime says and what the model says. */
async function difference(model: AnyModel, shapes: readonly (readonly number[])[], integers?: number): Promise<number> {
  stir(model);
  const session = await ort.InferenceSession.create(writeOnnx(model), { executionProviders: ['wasm'] });
  const data = shapes.map((shape, i) => {
    const values = numbers(shape, i);
    return integers === undefined ? values : values.map((value) => Math.floor(Math.abs(value) * integers));
  });
  const feeds = Object.fromEntries(
    session.inputNames.map((name, i) => [
      name,
      integers === undefined
        ? new ort.Tensor('float32', data[i]!, shapes[i]!)
        : new ort.Tensor('int32', Int32Array.from(data[i]!), shapes[i]!),
    ]),
  );
  const results = await session.run(feeds);
  const x = shapes.map((shape, i) => {
    const values = tensor(data[i]!, [...shape]);
    return integers === undefined ? values : cast(values, 'int32');
  });
  const y = [(await model.predict(x.length > 1 ? x : x[0]!)) as Tensor | Tensor[]].flat();
  let largest = 0;
  y.forEach((expected, k) => {
    const got = results[session.outputNames[k]!]!;
    expect(got.dims).toStrictEqual(expected.shape);
    expected
      .dataSync()
      .forEach(
        (value: number, i: number) => (largest = Math.max(largest, Math.abs(value - (got.data as Float32Array)[i]!))),
      );
  });
  await session.release();
  for (const item of [...x, ...y]) item.dispose();
  model.dispose();
  return largest;
}

describe('onnxruntime computes what the model computes', () => {
  test('MLP', async () => {
    const model = sequential([
      input({ shape: [6] }),
      dense({ units: 8, activation: 'relu' }),
      dense({ units: 3, activation: 'softmax' }),
    ]);
    expect(await difference(model, [[5, 6]])).toBeLessThan(1e-5);
  });

  test('CNN with batch normalization', async () => {
    const model = sequential([
      input({ shape: [9, 8, 2] }),
      conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }),
      batchNormalization(),
      layers.relu(),
      layers.depthwiseConv2d({ kernelSize: 2 }),
      layers.maxPooling2d({ poolSize: 2 }),
      flatten(),
      layers.dropout({ rate: 0.5 }),
      dense({ units: 3 }),
    ]);
    expect(await difference(model, [[2, 9, 8, 2]])).toBeLessThan(1e-5);
  });

  test('LSTM', async () => {
    const model = sequential([
      input({ shape: [7, 3] }),
      lstm({ units: 5, returnSequences: true }),
      lstm({ units: 4 }),
      dense({ units: 2 }),
    ]);
    expect(await difference(model, [[3, 7, 3]])).toBeLessThan(1e-5);
  });

  test('functional with a skip', async () => {
    const x = input({ shape: [4], name: 'features' });
    const z = input({ shape: [4], name: 'more' });
    const h = dense({ units: 4, activation: 'tanh' }).apply(x);
    const sum = add().apply([h, z]);
    const model = functional({
      inputs: [x, z],
      outputs: [dense({ units: 2 }).apply(concatenate().apply([x, sum])), h],
    });
    expect(
      await difference(model, [
        [3, 4],
        [3, 4],
      ]),
    ).toBeLessThan(1e-5);
  });

  test('a model within a model, used twice', async () => {
    const inner = sequential([input({ shape: [4] }), dense({ units: 4, activation: 'gelu' })]);
    const x = input({ shape: [4] });
    const model = functional({ inputs: x, outputs: inner.apply(inner.apply(x)) });
    expect(await difference(model, [[3, 4]])).toBeLessThan(1e-5);
  });

  test('embedding of integers', async () => {
    const model = sequential([
      input({ shape: [4], dtype: 'int32' }),
      layers.embedding({ inputDim: 9, outputDim: 3 }),
      layers.gru({ units: 2 }),
    ]);
    expect(await difference(model, [[3, 4]], 9)).toBeLessThan(1e-5);
  });

  const image = [2, 6, 7, 4];
  const sequence = [2, 6, 4];
  test.each<[string, () => layers.AnyLayer, readonly number[]]>([
    [
      'conv1d, causal and dilated',
      () => layers.conv1d({ filters: 3, kernelSize: 2, padding: 'causal', dilationRate: 2 }),
      sequence,
    ],
    [
      'conv2d in groups',
      () => conv2d({ filters: 4, kernelSize: [3, 2], groups: 2, useBias: false, activation: 'silu' }),
      image,
    ],
    [
      'conv2d with channels first',
      () => conv2d({ filters: 4, kernelSize: 2, dataFormat: 'channelsFirst', padding: 'same' }),
      image,
    ],
    ['conv2d, dilated', () => conv2d({ filters: 2, kernelSize: 2, dilationRate: 2, padding: 'same' }), image],
    ['depthwiseConv1d', () => layers.depthwiseConv1d({ kernelSize: 2, depthMultiplier: 2 }), sequence],
    [
      'depthwiseConv2d',
      () => layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 3, strides: 2, padding: 'same' }),
      image,
    ],
    ['separableConv1d', () => layers.separableConv1d({ filters: 3, kernelSize: 2, strides: 2 }), sequence],
    ['separableConv2d', () => layers.separableConv2d({ filters: 3, kernelSize: 3, padding: 'same' }), image],
    ['averagePooling2d', () => layers.averagePooling2d({ poolSize: 3, padding: 'same', strides: 2 }), image],
    ['maxPooling1d', () => layers.maxPooling1d({ poolSize: 3, padding: 'same', strides: 2 }), sequence],
    ['averagePooling1d', () => layers.averagePooling1d(), sequence],
    ['globalMaxPooling1d', () => layers.globalMaxPooling1d(), sequence],
    ['globalAveragePooling2d', () => layers.globalAveragePooling2d({ keepdims: true }), image],
    [
      'globalAveragePooling2d with channels first',
      () => layers.globalAveragePooling2d({ dataFormat: 'channelsFirst' }),
      image,
    ],
    ['zeroPadding1d', () => layers.zeroPadding1d({ padding: [2, 1] }), sequence],
    [
      'zeroPadding2d',
      () =>
        layers.zeroPadding2d({
          padding: [
            [1, 2],
            [0, 1],
          ],
        }),
      image,
    ],
    ['upSampling2d', () => layers.upSampling2d({ size: [2, 3] }), image],
    ['upSampling1d', () => layers.upSampling1d({ size: 3 }), sequence],
    ['simpleRNN', () => layers.simpleRNN({ units: 3, activation: 'relu', returnSequences: true }), sequence],
    ['lstm backwards, with a state', () => lstm({ units: 3, goBackwards: true, returnState: true }), sequence],
    ['gru', () => layers.gru({ units: 3, returnSequences: true, recurrentActivation: 'tanh' }), sequence],
    ['gru, reset before', () => layers.gru({ units: 3, resetAfter: false }), sequence],
    ['batchNormalization of another axis', () => batchNormalization({ axis: 1 }), image],
    ['layerNormalization', () => layers.layerNormalization({ axis: [-2, -1] }), sequence],
    ['prelu', () => layers.prelu({ sharedAxes: [1] }), sequence],
    ['relu', () => layers.relu({ maxValue: 0.5, negativeSlope: 0.1 }), sequence],
    ['elu', () => layers.elu({ alpha: 0.5 }), sequence],
    ['leakyReLU', () => layers.leakyReLU({ negativeSlope: 0.3 }), sequence],
    ['softmax', () => layers.softmax({ axis: 1 }), sequence],
    ['rescaling', () => layers.rescaling({ scale: [1, 2, 3, 4], offset: -1 }), sequence],
    ['reshape', () => layers.reshape({ targetShape: [3, -1] }), sequence],
    ['permute', () => layers.permute({ dims: [3, 1, 2] }), image],
    ...(
      [
        'relu6',
        'leakyRelu',
        'selu',
        'logSoftmax',
        'softplus',
        'softsign',
        'exponential',
        'hardSigmoid',
        'hardTanh',
        'hardSilu',
        'mish',
        'gelu',
        'elu',
      ] as const
    ).map((name): [string, () => layers.AnyLayer, readonly number[]] => [
      name,
      () => layers.activation({ activation: name }),
      sequence,
    ]),
  ])('%s', async (_, make, shape) => {
    const x = input({ shape: shape.slice(1) });
    expect(await difference(functional({ inputs: x, outputs: make().apply(x) }), [shape])).toBeLessThan(1e-5);
  });
});

test('what cannot be written is named', () => {
  const x = input({ shape: [4, 3] });
  const write = (layer: layers.AnyLayer) => () => writeOnnx(functional({ inputs: x, outputs: layer.apply(x) }));
  expect(write(layers.masking())).toThrow("writeOnnx: cannot write Masking 'masking'. Known are ");
  expect(write(layers.embedding({ inputDim: 3, outputDim: 2, maskZero: true }))).toThrow(
    "writeOnnx: cannot write Embedding 'embedding': maskZero makes a mask, which ONNX has not.",
  );
  expect(write(dense({ units: 2, activation: (y) => y }))).toThrow(
    "writeOnnx: expected the activation of 'dense' to be one of ",
  );
  expect(() => writeOnnx(sequential([dense({ units: 2 })]))).toThrow('writeOnnx: expected a built model.');
});
