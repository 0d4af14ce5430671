import * as layers from '@sixstep/layers';
import { functional, sequential, type AnyModel, type CompileOptions } from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import { numbers, type Numbers } from '@sixstep/tooling-layer-examples';
import type { CheckCase } from './check-case.js';

const { concatenate, conv2d, dense, flatten, input, lstm } = layers;

function modelCase(
  name: string,
  make: () => AnyModel,
  x: readonly Numbers[],
  y: readonly Numbers[],
  compile: CompileOptions = {},
): CheckCase {
  const compiled = (): AnyModel => {
    const model = make();
    model.compile({ optimizer: adam({ learningRate: 0.01 }), loss: 'meanSquaredError', ...compile });
    return model;
  };
  return { name: `model ${name}`, make: compiled, x, y };
}

const vectors = numbers([6, 4], 1);
const twoFigures = numbers([6, 2], 2);

/** Models put together in all the ways that there are. */
export const modelCases = (): CheckCase[] => [
  modelCase(
    'Sequential',
    () => sequential([input({ shape: [4] }), dense({ units: 5, activation: 'relu' }), dense({ units: 2 })]),
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'Sequential without an input layer',
    () => sequential([dense({ units: 5, inputShape: [4] }), dense({ units: 2, name: 'myOwn_Name' })]),
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'convolutions and batch normalization',
    () =>
      sequential([
        input({ shape: [8, 8, 2] }),
        conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }),
        layers.batchNormalization(),
        layers.maxPooling2d(),
        conv2d({ filters: 3, kernelSize: 3 }),
        flatten(),
        dense({ units: 2 }),
      ]),
    [numbers([4, 8, 8, 2], 1)],
    [numbers([4, 2], 2)],
  ),
  modelCase(
    'functional with a skip',
    () => {
      const x = input({ shape: [4] });
      const h = dense({ units: 4, activation: 'tanh' }).apply(x);
      return functional({ inputs: x, outputs: dense({ units: 2 }).apply(concatenate().apply([x, h])) });
    },
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'functional with a shared layer',
    () => {
      const x = input({ shape: [4] });
      const shared = dense({ units: 4, activation: 'tanh' });
      return functional({ inputs: x, outputs: dense({ units: 2 }).apply(shared.apply(shared.apply(x))) });
    },
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'a model within a model, used twice',
    () => {
      const inner = sequential([input({ shape: [4] }), dense({ units: 4, activation: 'tanh' })]);
      const x = input({ shape: [4] });
      return functional({ inputs: x, outputs: dense({ units: 2 }).apply(inner.apply(inner.apply(x))) });
    },
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'a graph in a chain in a chain',
    () => {
      const x = input({ shape: [4] });
      const graph = functional({ inputs: x, outputs: layers.add().apply([x, dense({ units: 4 }).apply(x)]) });
      const chain = sequential([input({ shape: [4] }), graph, layers.layerNormalization()]);
      return sequential([input({ shape: [4] }), chain, dense({ units: 2 })]);
    },
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'two inputs and two outputs',
    () => {
      const a = input({ shape: [4], name: 'first' });
      const b = input({ shape: [3], name: 'second' });
      const h = concatenate().apply([dense({ units: 4 }).apply(a), b]);
      const outputs = [dense({ units: 2, name: 'big' }).apply(h), dense({ units: 1, name: 'small' }).apply(h)];
      return functional({ inputs: [a, b], outputs });
    },
    [vectors, numbers([6, 3], 3)],
    [twoFigures, numbers([6, 1], 4)],
    { loss: ['meanSquaredError', 'huber'], lossWeights: [1, 0.5], metrics: [['meanAbsoluteError'], []] },
  ),
  modelCase(
    'an embedding with a mask before recurrent layers',
    () =>
      sequential([
        input({ shape: [5], dtype: 'int32' }),
        layers.embedding({ inputDim: 6, outputDim: 3, maskZero: true }),
        lstm({ units: 4, returnSequences: true }),
        layers.bidirectional({ layer: layers.gru({ units: 2 }) }),
        dense({ units: 2 }),
      ]),
    [numbers([6, 5], 1, 6)],
    [twoFigures],
    // Keras on TensorFlow lets Adam skip the rows of an embedding that a batch has not.
    { optimizer: 'sgd' },
  ),
  modelCase(
    'a model at each step',
    () => {
      const each = sequential([input({ shape: [4] }), dense({ units: 3 }), layers.relu()]);
      return sequential([input({ shape: [5, 4] }), layers.timeDistributed({ layer: each }), lstm({ units: 2 })]);
    },
    [numbers([6, 5, 4], 1)],
    [twoFigures],
  ),
  modelCase(
    'a layer that is not trained',
    () => sequential([input({ shape: [4] }), dense({ units: 5, trainable: false }), dense({ units: 2 })]),
    [vectors],
    [twoFigures],
  ),
  modelCase(
    'attention of a sequence to itself',
    () => {
      const x = input({ shape: [5, 4] });
      const y = layers.multiHeadAttention({ numHeads: 2, keyDim: 3 }).apply(x, { useCausalMask: true });
      return functional({ inputs: x, outputs: dense({ units: 2 }).apply(flatten().apply(y as layers.SymbolicTensor)) });
    },
    [numbers([6, 5, 4], 1)],
    [twoFigures],
  ),
];
