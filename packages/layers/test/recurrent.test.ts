import { expect, test } from '@jest/globals';
import { glorotUniform } from '@sixstep/initializers';
import {
  bidirectional,
  dense,
  embedding,
  gru,
  input,
  lstm,
  masking,
  maskOf,
  multiHeadAttention,
  rmsNormalization,
  simpleRNN,
  timeDistributed,
} from '@sixstep/layers';
import { memory, ones, slice, tensor, tensor2d, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';

const numbers = (x: Tensor): number[] => [...x.dataSync()];

test('simpleRNN takes two steps as by hand', () => {
  tidy(() => {
    const layer = simpleRNN({ units: 1, activation: 'linear', returnSequences: true });
    layer.ensureBuilt([null, 2, 1]);
    layer.setWeights([tensor2d([[2]]), tensor2d([[0.5]]), tensor([1])]);
    // h1 = 3 * 2 + 0 * 0.5 + 1 = 7; h2 = 1 * 2 + 7 * 0.5 + 1 = 6.5
    expect(numbers(layer.apply(tensor3d([[[3], [1]]])))).toEqual([7, 6.5]);
  });
});

test('lstm takes two steps as by hand', () => {
  tidy(() => {
    const layer = lstm({ units: 1, activation: 'linear', recurrentActivation: 'linear', returnState: true });
    layer.ensureBuilt([null, 2, 1]);
    layer.setWeights([tensor2d([[1, 2, 3, 4]]), tensor2d([[1, 1, 1, 1]]), tensor([0, 1, 0, 0])]);
    // x = 1: i = 1, f = 2 + 1 = 3, g = 3, o = 4; c = 3 * 0 + 1 * 3 = 3; h = 4 * 3 = 12
    // x = 0: i = g = o = 12, f = 13; c = 13 * 3 + 12 * 12 = 183; h = 12 * 183 = 2196
    expect(layer.apply(tensor3d([[[1], [0]]])).map(numbers)).toEqual([[2196], [2196], [183]]);
  });
});

test('gru takes two steps as by hand', () => {
  tidy(() => {
    const layer = gru({ units: 1, activation: 'linear', recurrentActivation: 'linear', returnSequences: true });
    layer.ensureBuilt([null, 2, 1]);
    layer.setWeights([
      tensor2d([[0.5, 2, 1]]),
      tensor2d([[0, 0, 1]]),
      tensor2d([
        [0, 0, 0],
        [0, 0, 1],
      ]),
    ]);
    // x = 1: z = 0.5, r = 2, candidate = 1 + 2 * (0 + 1) = 3; h = 0.5 * 0 + 0.5 * 3 = 1.5
    // x = 2: z = 1, so h stays 1.5
    expect(numbers(layer.apply(tensor3d([[[1], [2]]])))).toEqual([1.5, 1.5]);
  });
});

test('steps that do not count keep state and output', () => {
  tidy(() => {
    const layer = simpleRNN({ units: 1, activation: 'linear', returnSequences: true });
    layer.ensureBuilt([null, 3, 1]);
    layer.setWeights([tensor2d([[1]]), tensor2d([[1]]), tensor([0])]);
    const x = tensor3d([[[1], [5], [2]]]);
    const mask = tensor2d([[1, 0, 1]], [1, 3], 'bool');
    expect(numbers(layer.apply(x, { mask }))).toEqual([1, 1, 3]);
    expect(numbers(maskOf(layer.apply(x, { mask }))!)).toEqual([1, 0, 1]);
  });
});

test('a mask goes from embedding to what follows, and ends where the steps end', () => {
  const table = embedding({ inputDim: 5, outputDim: 2, maskZero: true });
  const sequences = lstm({ units: 3, returnSequences: true });
  const last = gru({ units: 2 });
  const ids = tensor2d([[3, 1, 0]], [1, 3], 'int32');
  const before = memory().numTensors;
  // Outside of any tidy: the masks must outlive the calls.
  const embedded = table.apply(ids);
  const inner = sequences.apply(embedded);
  const y = last.apply(inner);
  tidy(() => {
    expect(numbers(maskOf(inner)!)).toEqual([1, 1, 0]);
    expect(maskOf(y)).toBeUndefined();
    const short = last.apply(sequences.apply(table.apply(slice(ids, [0, 0], [1, 2]))));
    numbers(short).forEach((value, i) => expect(numbers(y)[i]).toBeCloseTo(value, 6));
  });
  for (const tensor of [embedded, inner, y]) tensor.dispose();
  for (const layer of [table, sequences, last]) layer.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a mask goes through dense and ends at rmsNormalization, as in Keras', () => {
  tidy(() => {
    const mask = tensor2d([[1, 0]], [1, 2], 'bool');
    const x = ones([1, 2, 3]);
    expect(numbers(maskOf(dense({ units: 2 }).apply(x, { mask }))!)).toEqual([1, 0]);
    expect(maskOf(rmsNormalization().apply(x, { mask }))).toBeUndefined();
  });
});

test('beside an initial state the mask of the input is not read, but one that is given', () => {
  tidy(() => {
    const layer = simpleRNN({ units: 1, activation: 'linear' });
    layer.ensureBuilt([null, 2, 1]);
    layer.setWeights([tensor2d([[1]]), tensor2d([[1]]), tensor([0])]);
    const x = masking().apply(tensor3d([[[2], [0]]]));
    const counts = tensor2d([[0, 1]], [1, 2], 'bool');
    const initialState = tensor2d([[5]]);
    // The masked second step keeps 2; from the state 5 it is 5 + 2 + 0; with the first step masked it is 5 + 0.
    expect(numbers(layer.apply(x))).toEqual([2]);
    expect(numbers(layer.apply(x, { initialState }))).toEqual([7]);
    expect(numbers(layer.apply(x, { initialState, mask: counts }))).toEqual([5]);
  });
});

test('masking leaves out steps that hold the value alone', () => {
  tidy(() => {
    const y = masking({ maskValue: -1 }).apply(
      tensor3d([
        [
          [1, -1],
          [-1, -1],
        ],
      ]),
    );
    expect(numbers(y)).toEqual([1, -1, 0, 0]);
    expect(numbers(maskOf(y)!)).toEqual([1, 0]);
  });
});

test('a stateful layer goes on where the last batch ended, until its states are reset', () => {
  const whole = lstm({ units: 3 });
  const x = tensor3d([
    [[1], [2], [3], [4]],
    [[5], [6], [7], [8]],
  ]);
  const expected = tidy(() => numbers(whole.apply(x)));
  const layer = lstm({ units: 3, stateful: true });
  layer.ensureBuilt([2, 2, 1]);
  layer.setWeights(whole.getWeights());
  const halves = [0, 2].map((start) => slice(x, [0, start, 0], [2, 2, 1]));
  tidy(() => {
    const first = numbers(layer.apply(halves[0]!));
    numbers(layer.apply(halves[1]!)).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6));
    layer.resetStates();
    expect(layer.states).toEqual([]);
    expect(numbers(layer.apply(halves[0]!))).toEqual(first);
    const kept = layer.states.map((state) => state.clone());
    const second = numbers(layer.apply(halves[1]!));
    layer.states = kept;
    expect(numbers(layer.apply(halves[1]!))).toEqual(second);
    expect(() => (layer.states = [ones([2, 3])])).toThrow(
      'lstm: expected states to be of shape [2, 3] and [2, 3], received [2, 3].',
    );
    expect(() => layer.apply(ones([3, 2, 1]))).toThrow(
      'lstm: expected batches of 2 samples, as the first was, since the layer is stateful, received 3. Call resetStates() to begin anew.',
    );
  });
});

test('the forget gate starts with a bias of 1, unless told otherwise', () => {
  const biasOf = (unitForgetBias: boolean): number[] => {
    const layer = lstm({ units: 2, unitForgetBias });
    layer.ensureBuilt([null, 3, 1]);
    return numbers(layer.weights[2]!);
  };
  expect(biasOf(true)).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  expect(biasOf(false)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test('dropout of input and state is the same at each step, and off without training', () => {
  tidy(() => {
    const x = ones([2, 3, 4]);
    for (const layer of [
      simpleRNN({ units: 3, dropout: 0.5, seed: 1, returnSequences: true }),
      lstm({ units: 3, dropout: 0.5, seed: 1 }),
      lstm({ units: 3, recurrentDropout: 0.5, dropout: 0.2, seed: 1 }),
      gru({ units: 3, recurrentDropout: 0.5, seed: 1 }),
      gru({ units: 3, recurrentDropout: 0.5, resetAfter: false, seed: 1 }),
    ]) {
      const calm = numbers(layer.apply(x));
      expect(numbers(layer.apply(x))).toEqual(calm);
      expect(numbers(layer.apply(x, { training: true }))).not.toEqual(calm);
      expect(Object.keys(layer.generators())).toHaveLength(1);
    }
    // With a state that plays no part each step gives what its input gives: all steps alike.
    const steps = simpleRNN({ units: 3, activation: 'linear', dropout: 0.5, seed: 1, returnSequences: true });
    steps.ensureBuilt([null, 3, 4]);
    steps.setWeights([
      steps.weights[0]!,
      tensor2d([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ]),
      steps.weights[2]!,
    ]);
    const y = numbers(steps.apply(ones([1, 3, 4]), { training: true }));
    expect(y.slice(0, 3)).toEqual(y.slice(3, 6));
  });
});

test('both directions, and all heads, start with weights of their own, as do those of an initializer that is given without a seed', () => {
  const both = bidirectional({ layer: lstm({ units: 2, kernelInitializer: glorotUniform() }) });
  both.ensureBuilt([null, 3, 2]);
  const [forward, , , backward] = both.weights;
  expect(numbers(forward!)).not.toEqual(numbers(backward!));
  const heads = multiHeadAttention({ numHeads: 1, keyDim: 2, kernelInitializer: glorotUniform() });
  heads.ensureBuilt([null, 3, 2]);
  const [query, , key] = heads.weights;
  expect(numbers(query!)).not.toEqual(numbers(key!));
});

test('bidirectional is the layer, and the layer on the reversed sequence', () => {
  tidy(() => {
    const layer = bidirectional({ layer: simpleRNN({ units: 1, activation: 'linear', returnSequences: true }) });
    layer.ensureBuilt([null, 2, 1]);
    const one = [tensor2d([[1]]), tensor2d([[1]]), tensor([0])];
    layer.setWeights([...one, ...one]);
    // there: 1, 1 + 2 = 3; back: from the last step 2, 2 + 1 = 3, put back in order: 3, 2
    expect(numbers(layer.apply(tensor3d([[[1], [2]]])))).toEqual([1, 3, 3, 2]);
  });
});

test('the ways there and back may have units of their own', () => {
  tidy(() => {
    const make = (mergeMode: 'concat' | null) =>
      bidirectional({
        layer: lstm({ units: 2, returnSequences: true, returnState: true }),
        backwardLayer: lstm({ units: 3, returnSequences: true, returnState: true, goBackwards: true }),
        mergeMode,
      });
    for (const [mode, outputs] of [
      ['concat', [[4, 5, 5]]],
      [null, [[4, 5, 2], [4, 5, 3]]], // prettier-ignore
    ] as const) {
      const layer = make(mode);
      const expected = [...outputs, [4, 2], [4, 2], [4, 3], [4, 3]];
      expect(layer.computeOutputShape([4, 5, 1])).toEqual(expected);
      expect((layer.apply(ones([4, 5, 1])) as unknown as Tensor[]).map(({ shape }) => shape)).toEqual(expected);
      layer.dispose();
    }
  });
});

test('states may be stand-ins in a graph, and several outputs too', () => {
  const x = input({ shape: [null, 4] });
  const [sequence, h, c] = lstm({ units: 3, returnSequences: true, returnState: true }).apply(x) as unknown as {
    shape: unknown;
  }[];
  expect([sequence, h, c].map((output) => output?.shape)).toEqual([
    [null, null, 3],
    [null, 3],
    [null, 3],
  ]);
  const decoded = gru({ units: 3 }).apply(x, { initialState: h });
  expect(decoded.shape).toEqual([null, 3]);
});

test('timeDistributed is the layer at each step', () => {
  tidy(() => {
    const inner = dense({ units: 2 });
    const layer = timeDistributed({ layer: inner });
    const x = ones([2, 3, 4]);
    const y = layer.apply(x);
    expect(y.shape).toEqual([2, 3, 2]);
    expect(numbers(y)).toEqual(numbers(inner.apply(x)));
    expect(layer.apply(input({ shape: [null, 4] })).shape).toEqual([null, null, 2]);
  });
});
