import { describe, expect, test } from '@jest/globals';
import { FormatError, readTfjs } from '@sixstep/formats';
import { tensor, type io, type Tensor } from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';

const numbers = (shape: number[], seed = 1): Tensor =>
  tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(seed + i * 1.7)),
    shape,
  );

const positive = (shape: number[], seed: number): Tensor =>
  tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => 0.5 + 0.4 * Math.sin(seed + i * 1.7)),
    shape,
  );

/** What TensorFlow.js writes to files. */
async function saved(model: tfl.LayersModel): Promise<{ json: string; weights: Uint8Array }> {
  let artifacts: io.ModelArtifacts | undefined;
  await model.save({
    save: async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    },
  });
  const { modelTopology, weightSpecs, weightData } = artifacts!;
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  return {
    json: JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest }),
    weights: new Uint8Array(weightData as ArrayBuffer),
  };
}

const models: Record<string, () => { model: tfl.LayersModel; x: number[] }> = {
  'a CNN with batch normalization': () => {
    const model = tfl.sequential();
    model.add(tfl.layers.conv2d({ inputShape: [6, 6, 2], filters: 3, kernelSize: 3, activation: 'relu' }));
    model.add(tfl.layers.batchNormalization());
    model.add(tfl.layers.depthwiseConv2d({ kernelSize: 2, dilationRate: 1 }));
    model.add(tfl.layers.flatten());
    model.add(tfl.layers.dense({ units: 4, activation: 'softmax' }));
    return { model, x: [3, 6, 6, 2] };
  },
  'an LSTM with its hard sigmoid, and a GRU': () => {
    const model = tfl.sequential();
    model.add(
      tfl.layers.lstm({ inputShape: [5, 3], units: 4, returnSequences: true, recurrentInitializer: 'glorotUniform' }),
    );
    model.add(tfl.layers.gru({ units: 3, recurrentInitializer: 'glorotUniform' }));
    model.add(tfl.layers.leakyReLU({ alpha: 0.1 }));
    return { model, x: [2, 5, 3] };
  },
  'a graph with a skip': () => {
    const x = tfl.input({ shape: [4] });
    const h = tfl.layers.dense({ units: 4, activation: 'tanh' }).apply(x) as tfl.SymbolicTensor;
    const sum = tfl.layers.add().apply([x, h]) as tfl.SymbolicTensor;
    return {
      model: tfl.model({ inputs: x, outputs: tfl.layers.dense({ units: 2 }).apply(sum) as tfl.SymbolicTensor }),
      x: [3, 4],
    };
  },
};

describe.each(Object.entries(models))('%s of TensorFlow.js', (_, make) => {
  test('predicts the same here', async () => {
    const { model, x: shape } = make();
    model.setWeights(model.getWeights().map(({ shape: size }, i) => positive(size, i)));
    const x = numbers(shape, 9);
    const expected = (model.predict(x) as Tensor).dataSync();
    const { json, weights } = await saved(model);
    const ours = readTfjs(json, weights);
    const got = ((await ours.predict(x)) as Tensor).dataSync();
    expect(got).toHaveLength(expected.length);
    got.forEach((value: number, i: number) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5));
    ours.dispose();
  });
});

test('what is compiled there is compiled here', async () => {
  const { json, weights } = await saved(models['a graph with a skip']!().model);
  const training = {
    loss: 'mean_squared_error',
    metrics: ['acc'],
    optimizer_config: { class_name: 'Adam', config: { learning_rate: 0.25, beta_1: 0.5 } },
  };
  const ours = readTfjs(JSON.stringify({ ...(JSON.parse(json) as object), trainingConfig: training }), weights);
  expect(ours.optimizer.config).toMatchObject({ learningRate: 0.25, beta1: 0.5 });
  expect((ours.compileOptions!.loss as { className?: string }).className).toBe('MeanSquaredError');
  ours.dispose();
});

test('damaged files are refused', async () => {
  const { json, weights } = await saved(models['a graph with a skip']!().model);
  const read =
    (change: (model: { weightsManifest: { weights: Record<string, unknown>[] }[] }) => void, bytes = weights) =>
    () => {
      const model = JSON.parse(json) as Parameters<typeof change>[0];
      change(model);
      return readTfjs(JSON.stringify(model), bytes);
    };
  const first = (model: Parameters<Parameters<typeof read>[0]>[0]): Record<string, unknown> =>
    model.weightsManifest[0]!.weights[0]!;
  expect(() => readTfjs('{}', weights)).toThrow(FormatError);
  expect(read(() => undefined, weights.subarray(4))).toThrow('bytes, received');
  expect(read((model) => (first(model)['shape'] = [NaN]))).toThrow(
    'readTfjs: expected weights of the form { name, shape, dtype }',
  );
  expect(read((model) => (first(model)['shape'] = [2 ** 52, 4]))).toThrow('to end within');
  expect(read((model) => (first(model)['dtype'] = 'string'))).toThrow(
    "to be of type float32 or int32, received 'string'.",
  );
  expect(read((model) => (first(model)['quantization'] = { scale: 1 }))).toThrow('not to be quantized');
  expect(read((model) => (first(model)['name'] = 'other/kernel'))).toThrow('readTfjs: expected 2 weights of layer');
});
