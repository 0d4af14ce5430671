import { expect, test } from '@jest/globals';
import { ones, zeros } from '@sixstep/initializers';
import {
  dense,
  dropout,
  input,
  Layer,
  layerName,
  maskOf,
  setMask,
  SymbolicTensor,
  withCallContext,
  type CallContext,
  type CallOptions,
} from '@sixstep/layers';
import { l2 } from '@sixstep/regularizers';
import {
  memory,
  mul,
  ones as onesOf,
  sum,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  type Scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';

/** y = x factor, as a user would write it. */
class Scale extends Layer {
  factor!: Variable;

  override build(): void {
    this.factor = this.addWeight({ name: 'factor', shape: [1], initializer: ones() });
  }

  override call(x: Tensor): Tensor {
    return mul(x, this.factor);
  }
}

/** A layer of layers. */
class Twice extends Layer {
  readonly first: Layer = dense({ units: 3 });
  readonly more: readonly Layer[] = [dense({ units: 2 }), dropout({ rate: 0.5, seed: 1 })];

  override call(x: Tensor): Tensor {
    return this.more.reduce((y, layer) => layer.apply(y), this.first.apply(x));
  }
}

const context = (training: boolean): CallContext & { penalties: Scalar[] } => ({ training, penalties: [] });

test('an own layer is built at the first call and owns its weight', () => {
  const layer = new Scale();
  expect(layer.built).toBe(false);
  expect(layer.className).toBe('Scale');
  expect(layer.name).toBe('scale');
  const y = layer.apply(tensor2d([[1, 2]]));
  layer.setWeights([tensor1d([3])]);
  expect([...layer.apply(tensor2d([[1, 2]])).dataSync()]).toEqual([3, 6]);
  expect([...y.dataSync()]).toEqual([1, 2]);
  expect(layer.namedWeights().map(({ path, trainable }) => [path, trainable])).toEqual([['factor', true]]);
  expect(layer.countParams()).toBe(1);
});

test('layers in properties are sublayers, alone and in lists, with paths of their own', () => {
  const layer = new Twice();
  tidy(() => void layer.apply(onesOf([2, 4])));
  expect(layer.namedWeights().map(({ path }) => path)).toEqual([
    'dense/kernel',
    'dense/bias',
    'dense_1/kernel',
    'dense_1/bias',
  ]);
  expect(Object.keys(layer.generators())).toEqual(['dropout/generator']);
  layer.trainable = false;
  expect(layer.trainableWeights).toEqual([]);
  expect(layer.nonTrainableWeights).toHaveLength(4);
});

test('training reaches the layers within by itself', () => {
  const layer = new Twice();
  tidy(() => {
    const x = onesOf([8, 4]);
    const calm = layer.apply(x).dataSync();
    expect([...layer.apply(x, { training: false }).dataSync()]).toEqual([...calm]);
    expect([...layer.apply(x, { training: true }).dataSync()].filter((value) => value === 0).length).toBeGreaterThan(0);
    const inContext = withCallContext(context(true), () => layer.apply(x).dataSync());
    expect([...inContext].filter((value) => value === 0).length).toBeGreaterThan(0);
  });
});

test('a penalty on the output is divided by the batch size', () => {
  const seen = context(true);
  // 0.5 (1 + 1 + 4 + 4) / 2 samples = 2.5
  const layer = new Scale({ activityRegularizer: l2({ l2: 0.5 }) });
  tidy(() => {
    withCallContext(seen, () =>
      layer.apply(
        tensor2d([
          [1, 1],
          [2, 2],
        ]),
      ),
    );
    expect(seen.penalties.map((penalty) => penalty.dataSync()[0])).toEqual([2.5]);
  });
});

test('names are the class in snake case, with a number where one is taken', () => {
  expect(
    [
      'Conv2D',
      'PReLU',
      'LSTM',
      'SimpleRNN',
      'RMSNormalization',
      'MaxPooling2D',
      'GRUCell',
      'Conv2DTranspose',
      'TimeDistributed',
    ].map(layerName),
  ).toEqual([
    'conv2d',
    'p_re_lu',
    'lstm',
    'simple_rnn',
    'rms_normalization',
    'max_pooling2d',
    'gru_cell',
    'conv2d_transpose',
    'time_distributed',
  ]);
  const taken = new Set<string>();
  const names = [dense({ units: 1 }), dense({ units: 1 }), dense({ units: 1, name: 'head' })].map((layer) => {
    layer.nameApartFrom(taken);
    return layer.name;
  });
  expect(names).toEqual(['dense', 'dense_1', 'head']);
});

test('setWeights checks number and shapes before it changes anything', () => {
  const layer = dense({ units: 2, biasInitializer: zeros(), kernelInitializer: ones() });
  expect(() => layer.setWeights([])).toThrow(
    'dense: expected a built layer in setWeights. Apply it to data, or build it, first.',
  );
  layer.ensureBuilt([null, 3]);
  expect(() => layer.setWeights([onesOf([3, 2])])).toThrow('dense: expected 2 weights (kernel, bias), received 1.');
  expect(() => layer.setWeights([tensor([1, 2, 3, 4, 5, 6], [3, 2]), onesOf([3])])).toThrow(
    'dense: expected weight bias to have shape [2], received [3].',
  );
  expect([...layer.weights[0]!.dataSync()]).toEqual([1, 1, 1, 1, 1, 1]);
});

test('an input that does not fit is told by the name of the layer', () => {
  const layer = dense({ units: 2, name: 'head' });
  layer.ensureBuilt([null, 3]);
  expect(() => layer.apply(onesOf([2, 4]))).toThrow('head: expected an input of shape [..., 3], received [2, 4].');
});

test('applied to a stand-in a layer gives a stand-in, and remembers the use', () => {
  const x = input({ shape: [null, 8], batchSize: 4 });
  const layer = dense({ units: 2 });
  const y = layer.apply(x);
  expect(y).toBeInstanceOf(SymbolicTensor);
  expect(y.shape).toEqual([4, null, 2]);
  expect(layer.nodes[0]?.inputs).toEqual([x]);
  expect(layer.outputShape).toEqual([4, null, 2]);
});

test('the shape of an own layer is found by a call with zeros, and asked for where sizes are open', () => {
  const layer = new Scale();
  expect(layer.apply(input({ shape: [3, 4] })).shape).toEqual([null, 3, 4]);
  expect(() => layer.apply(input({ shape: [null, 4] }))).toThrow(
    "scale: cannot infer the output's shape from [null, null, 4]. Give all sizes but the batch, or override computeOutputShape in Scale.",
  );
});

test('a throw in a call leaves no tensor behind', () => {
  class Broken extends Layer {
    override call(x: Tensor): Tensor {
      sum(x);
      throw new Error('broken');
    }
  }
  const x = onesOf([2, 2]);
  const before = memory().numTensors;
  expect(() => new Broken().apply(x)).toThrow('broken');
  expect(memory().numTensors).toBe(before);
  x.dispose();
});

test('a mask outlives the call outside of a tidy, and leaks nothing', () => {
  const x = onesOf([1, 3, 2]);
  setMask(x, tensor2d([[1, 0, 1]], [1, 3], 'bool'));
  const layer = dropout({ rate: 0.5 });
  const before = memory().numTensors;
  const y = layer.apply(x);
  tidy(() => expect([...maskOf(y)!.dataSync()]).toEqual([1, 0, 1]));
  y.dispose();
  expect(memory().numTensors).toBe(before);
});

test('what a layer that changes nothing returns is not the input itself', () => {
  const x = onesOf([2, 2]);
  dropout({ rate: 0.5 }).apply(x).dispose();
  expect([...x.dataSync()]).toEqual([1, 1, 1, 1]);
  x.dispose();
});

test('options are checked when the program is compiled', () => {
  // @ts-expect-error units is missing
  expect(() => dense({})).toThrow('dense: expected units to be an integer >= 1, received undefined.');
  // @ts-expect-error an initializer is a part, not a name
  expect(() => dense({ units: 2, kernelInitializer: 'heNormal' })).toThrow('expected kernelInitializer');
  // @ts-expect-error there is no such activation
  expect(() => dense({ units: 2, activation: 'relU' })).toThrow(
    "dense: unknown activation 'relU'. Did you mean 'relu'?",
  );
  const options: CallOptions = { training: true };
  // @ts-expect-error a dense layer takes one tensor
  expect(() => dense({ units: 2 }).apply([onesOf([2, 2])], options)).toThrow();
});
