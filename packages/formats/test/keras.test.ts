import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import {
  FormatError,
  fromKerasConfig,
  loadWeightsH5,
  readKeras,
  readKerasH5,
  toKerasConfig,
  weightArrays,
  writeKeras,
  writeWeightsH5,
} from '@sixstep/formats';
import { batchNormalization, concatenate, conv2d, dense, dropout, flatten, input, lstm } from '@sixstep/layers';
import { functional, sequential, type AnyModel } from '@sixstep/model';
import { adam, adamW, nadam, sgd } from '@sixstep/optimizers';
import { exponentialDecay } from '@sixstep/schedules';
import { fill, memory, ones, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';

const fixtures = new URL('../../../tooling/conformance/fixtures/keras-files/', import.meta.url);

/** Numbers that do not repeat soon. */
const numbers = (shape: number[], seed = 1): Tensor =>
  tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(seed + i * 1.7)),
    shape,
  );

const models: Record<string, () => { model: AnyModel; x: number[]; y: number[] }> = {
  'a chain with Adam': () => {
    const model = sequential([
      input({ shape: [4] }),
      dense({ units: 5, activation: 'relu' }),
      dropout({ rate: 0 }),
      dense({ units: 2 }),
    ]);
    model.compile({
      optimizer: adam({ learningRate: 0.01 }),
      loss: 'meanSquaredError',
      metrics: ['meanAbsoluteError'],
    });
    return { model, x: [6, 4], y: [6, 2] };
  },
  'convolution and batch normalization with SGD and a schedule': () => {
    const model = sequential([
      input({ shape: [6, 6, 1] }),
      conv2d({ filters: 3, kernelSize: 3 }),
      batchNormalization(),
      flatten(),
      dense({ units: 2 }),
    ]);
    const learningRate = exponentialDecay({ initialLearningRate: 0.1, decaySteps: 2, decayRate: 0.9 });
    model.compile({ optimizer: sgd({ learningRate, momentum: 0.9, nesterov: true }), loss: 'huber' });
    return { model, x: [4, 6, 6, 1], y: [4, 2] };
  },
  'an LSTM with Nadam': () => {
    const model = sequential([input({ shape: [5, 3] }), lstm({ units: 4 }), dense({ units: 2 })]);
    model.compile({ optimizer: nadam(), loss: 'meanSquaredError' });
    return { model, x: [3, 5, 3], y: [3, 2] };
  },
  'a graph with a skip and AdamW': () => {
    const x = input({ shape: [4] });
    const h = dense({ units: 4, activation: 'tanh' }).apply(x);
    const model = functional({ inputs: x, outputs: dense({ units: 2 }).apply(concatenate().apply([x, h])) });
    model.compile({ optimizer: adamW({ useEma: true, amsgrad: true }), loss: 'meanSquaredError' });
    return { model, x: [6, 4], y: [6, 2] };
  },
};

describe.each(Object.entries(models))('%s', (_, make) => {
  test('goes on after saving as if it had not been saved, to the bit', async () => {
    const before = memory().numTensors;
    const { model, x: xShape, y: yShape } = make();
    const [x, y] = [numbers(xShape), numbers(yShape, 2)];
    for (let i = 0; i < 3; i++) model.trainOnBatch(x, y);
    const copy = await readKeras(await writeKeras(model));
    expect(weightArrays(copy)).toStrictEqual(weightArrays(model));
    for (let i = 0; i < 3; i++) expect(copy.trainOnBatch(x, y)).toStrictEqual(model.trainOnBatch(x, y));
    expect(weightArrays(copy)).toStrictEqual(weightArrays(model));
    for (const item of [x, y]) item.dispose();
    copy.dispose();
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('gives its weights to a model of the same kind', async () => {
    const [{ model }, { model: other }] = [make(), make()];
    await loadWeightsH5(other, await writeWeightsH5(model));
    expect(weightArrays(other)).toStrictEqual(weightArrays(model));
    model.dispose();
    other.dispose();
  });

  test('has a config that says the same when it was read', () => {
    const { model } = make();
    const config = toKerasConfig(model);
    const again = fromKerasConfig(JSON.parse(JSON.stringify(config)));
    expect(toKerasConfig(again)).toStrictEqual(config);
    model.dispose();
    again.dispose();
  });
});

test('a file of Keras is written again as Keras wrote it, but for what does not matter', async () => {
  const model = await readKeras(await readFile(new URL('mlp-adam.keras', fixtures)));
  const { optimizer, loss, metrics } = model.compileOptions!;
  expect([
    (optimizer as { className: string }).className,
    (loss as { className: string }).className,
    metrics,
  ]).toStrictEqual(['Adam', 'SparseCategoricalCrossentropy', ['accuracy']]);
  expect(model.optimizer.iterations).toBeGreaterThan(0);
  model.dispose();
});

test('compile: false leaves the model as layers and weights', async () => {
  const model = await readKeras(await readFile(new URL('mlp-adam.keras', fixtures)), { compile: false });
  expect(model.compileOptions).toBeUndefined();
  model.dispose();
});

test('an older whole model is read', async () => {
  const before = memory().numTensors;
  const model = await readKerasH5(await readFile(new URL('legacy-cnn-batchnorm.h5', fixtures)));
  expect(model.weights).toHaveLength(10);
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

/** A graph of one Dense after an input, with more layers before it, as Keras writes it. */
const graph = (config: object, between: readonly object[] = [], kwargs: object = {}): object => ({
  class_name: 'Functional',
  config: {
    name: 'functional',
    layers: [
      {
        module: 'keras.layers',
        class_name: 'InputLayer',
        config: { batch_shape: [null, 3] },
        name: 'x',
        inbound_nodes: [],
      },
      ...between,
      {
        module: 'keras.layers',
        class_name: 'Dense',
        config: { units: 2, ...config },
        name: 'y',
        inbound_nodes: [{ args: [symbol('x')], kwargs }],
      },
    ],
    input_layers: [['x', 0, 0]],
    output_layers: [['y', 0, 0]],
  },
});

const symbol = (name: string): object => ({
  class_name: '__keras_tensor__',
  config: { shape: [null, 3], dtype: 'float32', keras_history: [name, 0, 0] },
});

const notEqual = {
  module: 'keras.src.ops.numpy',
  class_name: 'NotEqual',
  config: { name: 'not_equal' },
  name: 'not_equal',
  inbound_nodes: [{ args: [symbol('x'), 0], kwargs: {} }],
};

test('an activation may be a layer without weights, and is written as one', () => {
  const activation = { module: 'keras.layers', class_name: 'LeakyReLU', config: { negative_slope: 0.5 } };
  const model = fromKerasConfig(graph({ activation, kernel_initializer: 'ones' }));
  tidy(() => expect([...(model.apply(ones([1, 3])) as Tensor).dataSync()]).toEqual([3, 3]));
  tidy(() => expect([...(model.apply(fill([1, 3], -2)) as Tensor).dataSync()]).toEqual([-3, -3]));
  const again = fromKerasConfig(JSON.parse(JSON.stringify(toKerasConfig(model))));
  expect(toKerasConfig(again)).toStrictEqual(toKerasConfig(model));
  model.dispose();
  again.dispose();
  const weighted = { module: 'keras.layers', class_name: 'PReLU', config: {} };
  expect(() => fromKerasConfig(graph({ activation: weighted }))).toThrow(
    'expected an activation to be a function or one of Activation, ELU, LeakyReLU, ReLU, Softmax, received PReLU. ' +
      'Put it into the model as a layer of its own.',
  );
});

test('operations of Keras are masks, and nothing else', () => {
  const masked = fromKerasConfig(graph({}, [notEqual], { mask: symbol('not_equal'), training: false }));
  expect(masked.weights).toHaveLength(2);
  masked.dispose();
  const used = graph({}, [{ ...notEqual, name: 'op' }]) as { config: { output_layers: unknown } };
  used.config.output_layers = [['op', 0, 0]];
  expect(() => fromKerasConfig(used)).toThrow(
    "fromKerasConfig: expected layers and masks, received the operation NotEqual ('op'). Use a layer in its place.",
  );
});

test('what a file cannot name is refused when it is written', async () => {
  const model = sequential([input({ shape: [2] }), dense({ units: 1 })]);
  model.compile({ loss: (yTrue) => yTrue });
  await expect(writeKeras(model)).rejects.toThrow('writeKeras: loss: expected a part that a file can name');
  model.dispose();
  const open = sequential([dense({ units: 1 })]);
  await expect(writeKeras(open)).rejects.toThrow(
    'writeKeras: expected a built model. Apply sequential to data, or give it input({ shape }), first.',
  );
});

test('weights of another model are refused, and nothing is changed', async () => {
  const model = sequential([input({ shape: [2] }), dense({ units: 1 })]);
  const other = sequential([input({ shape: [3] }), dense({ units: 1 })]);
  const before = weightArrays(model);
  const bytes = await writeWeightsH5(other);
  await expect(loadWeightsH5(model, bytes)).rejects.toThrow(FormatError);
  await expect(loadWeightsH5(model, bytes)).rejects.toThrow(
    "loadWeightsH5: expected 'layers/dense/vars/0', a weight of Dense 'dense', to have shape [2, 1], received [3, 1].",
  );
  expect(weightArrays(model)).toStrictEqual(before);
  model.dispose();
  other.dispose();
});
