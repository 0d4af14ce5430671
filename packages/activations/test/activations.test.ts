import { describe, expect, test } from '@jest/globals';
import {
  type ActivationName,
  activationName,
  activations,
  celu,
  elu,
  gelu,
  getActivation,
  glu,
  hardSilu,
  leakyRelu,
  linear,
  logSoftmax,
  relu,
  relu6,
  sigmoid,
  silu,
  softmax,
  sparsemax,
  swish,
  threshold,
} from '@sixstep/activations';
import { logitsOf } from '@sixstep/parts';
import {
  add,
  grad,
  memory,
  mul,
  profile,
  reshape,
  sum,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  transpose,
  type Tensor,
} from '@tensorflow/tfjs-core';

const values = (f: () => Tensor): number[] => Array.from(tidy(f).dataSync());
const names = Object.keys(activations) as ActivationName[];

function expectNear(got: readonly number[], expected: readonly number[], tolerance = 1e-6): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(tolerance));
}

test('softmax by hand: exp of [0, ln 2, ln 5] is [1, 2, 5], whose sum is 8', () => {
  expectNear(
    values(() => softmax(tensor1d([0, Math.log(2), Math.log(5)]))),
    [1 / 8, 2 / 8, 5 / 8],
  );
});

test('relu by hand, with a slope of 0.1 below the threshold 1 and the bound 3', () => {
  // 0.1 * (-1 - 1) = -0.2; 0.1 * (1 - 1) = 0; 2 stays; 5 is cut to 3.
  const options = { negativeSlope: 0.1, threshold: 1, maxValue: 3 };
  expectNear(
    values(() => relu(tensor1d([-1, 1, 2, 5]), options)),
    [-0.2, 0, 2, 3],
  );
});

test.each(['relu', 'sigmoid', 'tanh', 'softmax'] as const)('%s is one operation', async (name) => {
  const x = tensor2d([[1, 2]]);
  const { kernels } = await profile(() => activations[name](x));
  expect(kernels.filter((kernel) => kernel.name !== 'unnamed scope')).toHaveLength(1);
});

describe.each(names)('%s', (name) => {
  const f = activations[name] as (x: Tensor) => Tensor;
  // No kink, no tie, and far enough from one for a step of 0.01.
  const data = [-2.7, 0.31, 1.62, -0.83, 2.45, -1.44, 0.76, 3.58];

  test('has the derivative that central differences give', () => {
    const g = [0.5, -1, 2, 0.25, -0.75, 1.5, 1, -0.5];
    const weights = name === 'glu' ? tensor(g.slice(0, 4), [2, 2]) : tensor(g, [2, 4]);
    const scalar = (x: Tensor): Tensor => sum(mul(f(x), weights));
    const got = values(() => grad(scalar)(tensor(data, [2, 4])));
    const h = 0.01;
    const expected = data.map((_, i) => {
      const moved = (by: number): number => {
        const x = data.map((value, j) => (i === j ? value + by : value));
        return values(() => scalar(tensor(x, [2, 4])))[0]!;
      };
      return (moved(h) - moved(-h)) / (2 * h);
    });
    expected.forEach((value, i) => expect(Math.abs(got[i]! - value)).toBeLessThan(2e-3 * (1 + Math.abs(value))));
  });

  test('changes no input, leaks no tensor and keeps NaN', () => {
    const x = tensor(data, [2, 4]);
    const before = memory().numTensors;
    const y = f(x);
    expect(memory().numTensors - before).toBe(y === x ? 0 : 1);
    expect(y.dtype).toBe('float32');
    if (y !== x) y.dispose();
    grad((x: Tensor) => sum(add(f(x), 0)))(x).dispose();
    expect(memory().numTensors).toBe(before);
    expectNear(Array.from(x.dataSync()), data);
    x.dispose();
    if (name === 'softShrink' || name === 'hardShrink') return; // no NaN is above the threshold, as in Keras
    expect(values(() => f(tensor([NaN, 1], [1, 2])))[0]).toBeNaN();
  });

  test('works on a batch of one and on four axes', () => {
    const flat = values(() => f(tensor(data, [2, 4])));
    expectNear(
      values(() => f(tensor(data, [1, 2, 1, 4]))),
      flat,
    );
    expectNear(
      values(() => f(tensor(data.slice(0, 4), [1, 4]))),
      flat.slice(0, flat.length / 2),
    );
  });

  test('is found by its name, and its name by it', () => {
    expect(getActivation(name, 'dense')).toBe(f);
    expect(getActivation(f, 'dense')).toBe(f);
    expect(activations[activationName(f)!]).toBe(f);
  });
});

test('other names are the same functions; a stranger has no name', () => {
  expect(swish).toBe(silu);
  expect(activations.hardSwish).toBe(hardSilu);
  expect(activationName(swish)).toBe('silu');
  expect(activationName((x) => x)).toBeUndefined();
  const x = tensor1d([1]);
  expect(linear(x)).toBe(x);
});

test('special cases of one function are other functions', () => {
  const x = tensor1d([-7, -0.5, 0, 0.5, 6, 7]);
  const same = (f: (x: Tensor) => Tensor, g: (x: Tensor) => Tensor): void => {
    expectNear(
      values(() => f(x)),
      values(() => g(x)),
    );
    expectNear(
      values(() => grad(f)(x)),
      values(() => grad(g)(x)),
    );
  };
  same((x) => relu(x, { negativeSlope: 0.2 }), leakyRelu);
  same((x) => relu(x, { maxValue: 6 }), relu6);
  same(
    (x) => elu(x, { alpha: 1 }),
    (x) => elu(x),
  );
});

test('the kinks are where Keras has them', () => {
  const slope = (f: (x: Tensor) => Tensor, x: number): number => values(() => grad(f)(tensor1d([x])))[0]!;
  expect([slope(relu, 0), slope(relu6, 0), slope(relu6, 6)]).toEqual([0, 0, 0]);
  expect([slope(activations.hardTanh, 1), slope(activations.hardTanh, -1)]).toEqual([1, 1]);
  expect([slope(activations.hardSigmoid, 3), slope(activations.sparseSigmoid, 1)]).toEqual([0, 0]);
  expect(slope(celu, 0)).toBe(2);
  expect(slope((x) => leakyRelu(x), 0)).toBeCloseTo(0.2);
});

test('softmax and logSoftmax bear logits of any size', () => {
  expect(values(() => softmax(tensor1d([1e4, -1e4, 0])))).toEqual([1, 0, 0]);
  expect(values(() => logSoftmax(tensor1d([1e4, -1e4, 0])))).toEqual([0, -2e4, -1e4]);
  expect(values(() => sigmoid(tensor1d([1e4, -1e4])))).toEqual([1, 0]);
  expect(values(() => activations.softplus(tensor1d([1e4, -1e4])))).toEqual([1e4, 0]);
  expect(values(() => activations.logSigmoid(tensor1d([1e4, -1e4])))).toEqual([-0, -1e4]);
  expect(values(() => gelu(tensor1d([1e4, -1e4])))).toEqual([1e4, -0]);
});

test.each([softmax, logSoftmax])('%p along an axis is the transposed one along the last', (f) => {
  const x = tensor([1, -2, 3, 0.5, 2, -1, 0, 4, 1, 1, -3, 2], [2, 3, 2]);
  expectNear(
    values(() => f(x, { axis: 1 })),
    values(() => transpose(f(transpose(x, [0, 2, 1])), [0, 2, 1])),
  );
  expectNear(
    values(() => f(x, { axis: [1, 2] })),
    values(() => f(reshape(x, [2, 6]))),
  );
  expectNear(
    values(() => f(x, { axis: null })),
    values(() => f(reshape(x, [12]))),
  );
});

test('sparsemax: Keras adds up all cumulative sums, the paper takes the last', () => {
  // z = [0.5, 0.4], c = [0.5, 0.9]; 1 + 2 * 0.4 > 0.9, so k = 2.
  // Paper: tau = (0.9 - 1) / 2 = -0.05. Keras: tau = (0.5 + 0.9 - 1) / 2 = 0.2.
  const x = tensor1d([0.4, 0.5]);
  expectNear(
    values(() => sparsemax(x, { exact: true })),
    [0.45, 0.55],
  );
  expectNear(
    values(() => sparsemax(x)),
    [0.2, 0.3],
  );
  const slopes = values(() => grad((x: Tensor) => sum(mul(sparsemax(x, { exact: true }), [1, 3])))(x));
  expectNear(slopes, [-1, 1]); // g - mean(g) over the support
  const many = tensor([3, 1, 2, 0.9, -1, 0.2, 0.1, 0.15], [2, 4]);
  expectNear(
    values(() => sum(sparsemax(many, { exact: true }), -1)),
    [1, 1],
  );
});

test('softmax and sigmoid remember their logits', () => {
  const x = tensor2d([[1, 2]]);
  expect(logitsOf(softmax(x), 'softmax')).toBe(x);
  expect(logitsOf(sigmoid(x), 'sigmoid')).toBe(x);
  expect(logitsOf(sigmoid(x), 'softmax')).toBeUndefined();
});

test('errors name the place, what was expected and what came', () => {
  const x = tensor2d([[1, 2, 3]]);
  // @ts-expect-error no such name
  expect(() => getActivation('rellu', 'dense')).toThrow("dense: unknown activation 'rellu'. Did you mean 'relu'?");
  expect(() => softmax(x, { axis: 2 })).toThrow(
    'softmax: expected axis to be an integer >= -2 and <= 1, received 2. x has the shape [1, 3].',
  );
  expect(() => softmax(tensor(1))).toThrow('softmax: expected x to have at least one axis, received a scalar.');
  expect(() => glu(x)).toThrow(
    'glu: expected x to have an even size along axis -1, received the shape [1, 3]. Pass twice the number of features that you want.',
  );
  // @ts-expect-error an option is missing
  expect(() => threshold(x, { threshold: 1 })).toThrow(
    'threshold: expected defaultValue to be a number, received undefined. Pass both, e.g. threshold(x, { threshold: 0.5, defaultValue: 0 }).',
  );
  // @ts-expect-error no such option
  relu(x, { slope: 0.1 }).dispose();
});
