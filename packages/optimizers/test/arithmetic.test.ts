import { adagrad, adam, type Optimizer, rmsprop, sgd } from '@sixstep/optimizers';
import { expect, test } from '@jest/globals';
import { tensor, tidy, variable } from '@tensorflow/tfjs-core';

/** The values of one scalar variable after each step. */
function path(optimizer: Optimizer, start: number, gradients: readonly number[]): number[] {
  const w = tidy(() => variable(tensor(start)));
  const result = gradients.map((g) => {
    const gradient = tensor(g);
    optimizer.apply({ w: gradient }, { w });
    gradient.dispose();
    return w.dataSync()[0]!;
  });
  w.dispose();
  optimizer.dispose();
  return result;
}

function expectClose(got: number[], expected: readonly number[]): void {
  got.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(2e-7 * Math.max(1, Math.abs(expected[i]!))),
  );
}

test('sgd: two steps', () => {
  // 1 - 0.1 * 2 = 0.8; 0.8 - 0.1 * 4 = 0.4
  expectClose(path(sgd({ learningRate: 0.1 }), 1, [2, 4]), [0.8, 0.4]);
});

test('sgd with momentum: two steps', () => {
  // m = -0.1 * 2 = -0.2, w = 0.8; m = 0.5 * -0.2 - 0.1 * 4 = -0.5, w = 0.3
  expectClose(path(sgd({ learningRate: 0.1, momentum: 0.5 }), 1, [2, 4]), [0.8, 0.3]);
});

test('sgd with nesterov: two steps', () => {
  // m = -0.2, w = 1 + 0.5 * -0.2 - 0.2 = 0.7; m = -0.5, w = 0.7 + 0.5 * -0.5 - 0.4 = 0.05
  expectClose(path(sgd({ learningRate: 0.1, momentum: 0.5, nesterov: true }), 1, [2, 4]), [0.7, 0.05]);
});

test("the lecture's momentum, an average from 0: two steps", () => {
  // m = 0.5 * 2 = 1, w = 0.9; m = 0.5 * 1 + 0.5 * 4 = 2.5, w = 0.65
  expectClose(path(sgd({ learningRate: 0.1, momentum: 0.5, dampening: 0.5 }), 1, [2, 4]), [0.9, 0.65]);
});

test("PyTorch's dampening, which starts at the gradient: two steps", () => {
  // m = 2, w = 0.8; m = 0.5 * 2 + 0.5 * 4 = 3, w = 0.5
  const options = { learningRate: 0.1, momentum: 0.5, dampening: 0.5, dampenFirstStep: false };
  expectClose(path(sgd(options), 1, [2, 4]), [0.8, 0.5]);
});

test('with a learning rate that falls, the momentum of Keras and of PyTorch part', () => {
  const learningRate = (step: number): number => (step === 0 ? 0.1 : 0.01);
  // Keras: m = -0.2, w = 0.8; m = 0.5 * -0.2 - 0.01 * 4 = -0.14, w = 0.66
  expectClose(path(sgd({ learningRate, momentum: 0.5 }), 1, [2, 4]), [0.8, 0.66]);
  // PyTorch: m = 2, w = 0.8; m = 0.5 * 2 + 4 = 5, w = 0.8 - 0.01 * 5 = 0.75
  expectClose(path(sgd({ learningRate, momentum: 0.5, dampening: 0 }), 1, [2, 4]), [0.8, 0.75]);
});

// torch.optim.SGD([w], lr=0.1, momentum=0.9, ...), w = 1, float64, gradients 2, -1, 0.5, 3
test.each([
  [{ dampening: 0.3 }, { dampening: 0.3, dampenFirstStep: false }],
  [{ nesterov: true }, { dampening: 0, nesterov: true }],
] as const)('the numbers of real PyTorch, %j', (key, options) => {
  const expected = {
    dampening: [0.8, 0.6900000000000001, 0.556, 0.22540000000000002],
    nesterov: [0.62, 0.648, 0.48819999999999997, -0.18062000000000017],
  };
  const got = path(sgd({ learningRate: 0.1, momentum: 0.9, ...options }), 1, [2, -1, 0.5, 3]);
  expectClose(got, 'nesterov' in key ? expected.nesterov : expected.dampening);
});

test('adagrad from 0: two steps', () => {
  // V = 4, w = 1 - 0.1 * 2 / 2 = 0.9; V = 4 + 12 = 16, w = 0.9 - 0.1 * sqrt(12) / 4
  const options = { learningRate: 0.1, initialAccumulatorValue: 0, epsilon: 0 };
  expectClose(path(adagrad(options), 1, [2, Math.sqrt(12)]), [0.9, 0.9 - 0.1 * (Math.sqrt(12) / 4)]);
});

test('rmsprop: two steps', () => {
  // v = 0.25 * 4 = 1, w = 1 - 0.1 * 2 / 1 = 0.8; v = 0.75 * 1 + 0.25 * 1 = 1, w = 0.8 - 0.1 * 1 / 1 = 0.7
  expectClose(path(rmsprop({ learningRate: 0.1, rho: 0.75, epsilon: 0 }), 1, [2, 1]), [0.8, 0.7]);
});

test('adam: two steps', () => {
  // t = 1: m = 0.5 * 2 = 1, v = 0.25 * 4 = 1; mHat = 1 / 0.5 = 2, vHat = 1 / 0.25 = 4, w = 1 - 0.1 * 2 / 2 = 0.9
  // t = 2: m = 0.5 * 1 + 0.5 * 4 = 2.5, v = 0.75 * 1 + 0.25 * 16 = 4.75; mHat = 2.5 / 0.75, vHat = 4.75 / 0.4375
  const second = 0.9 - (0.1 * (2.5 / 0.75)) / Math.sqrt(4.75 / 0.4375);
  expectClose(path(adam({ learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 0 }), 1, [2, 4]), [0.9, second]);
});

test.each([
  ['adagrad', () => adagrad({ initialAccumulatorValue: 0, epsilon: 0 })],
  ['rmsprop', () => rmsprop({ epsilon: 0 })],
  ['adam', () => adam({ epsilon: 0 })],
])('%s with epsilon 0 does not move what has no gradient', (_, make) => {
  expect(path(make(), 1, [0, 0])).toEqual([1, 1]);
});

test('weight decay comes before the step, and with the learning rate', () => {
  // w = 2 - 0.1 * 0.5 * 2 = 1.9, then - 0.5 * 1 = 1.4
  expectClose(path(sgd({ learningRate: 0.5, weightDecay: 0.1 }), 2, [1]), [1.4]);
});

test('three kinds of clipping', () => {
  expectClose(path(sgd({ learningRate: 1, clipvalue: 0.5 }), 0, [3, -3, 0.25]), [-0.5, 0, -0.25]);
  expectClose(path(sgd({ learningRate: 1, clipnorm: 0.5 }), 0, [3, -3, 0.25]), [-0.5, 0, -0.25]);
  expectClose(path(sgd({ learningRate: 1, globalClipnorm: 0.5 }), 0, [3, -3, 0.25]), [-0.5, 0, -0.25]);
  // A gradient that is NaN is not hidden.
  expect(path(sgd({ clipvalue: 0.5 }), 0, [NaN])).toEqual([NaN]);
});

test('gradients are averaged over the steps, schedules see every step', () => {
  const seen: number[] = [];
  const learningRate = (step: number): number => (seen.push(step), 1);
  // The third step goes by (1 + 2 + 6) / 3 = 3.
  expectClose(path(sgd({ learningRate, gradientAccumulationSteps: 3 }), 0, [1, 2, 6, 9]), [0, 0, -3, -3]);
  expect(seen).toEqual([0, 1, 2, 3]);
});

test('the average begins at the first value; finalize and emaOverwriteFrequency put it in', () => {
  const w = tidy(() => variable(tensor(0)));
  const g = tensor(-1);
  const optimizer = sgd({ learningRate: 1, useEma: true, emaMomentum: 0.5 });
  // w = 1, 2; average = 1, then 0.5 * 1 + 0.5 * 2 = 1.5
  for (let i = 0; i < 2; i++) optimizer.apply({ w: g }, { w });
  expect(w.dataSync()[0]).toBe(2);
  optimizer.finalize({ w });
  expect(w.dataSync()[0]).toBe(1.5);
  optimizer.dispose();
  w.dispose();
  g.dispose();
  // w = 1; w = 2, average 1.5, taken over; w = 2.5
  const options = { learningRate: 1, useEma: true, emaMomentum: 0.5, emaOverwriteFrequency: 2 };
  expectClose(path(sgd(options), 0, [-1, -1, -1]), [1, 1.5, 2.5]);
});

test('nesterov without momentum is sgd', () => {
  const gradients = [0.3, -2, 0.7];
  expect(path(sgd({ nesterov: true }), 1, gradients)).toEqual(path(sgd(), 1, gradients));
});

test('the learning rate may be changed between steps', () => {
  const optimizer = sgd({ learningRate: 1 });
  const w = tidy(() => variable(tensor(0)));
  const g = tensor(-1);
  optimizer.apply({ w: g }, { w });
  optimizer.learningRate = 0.25;
  expect(optimizer.currentLearningRate()).toBe(0.25);
  expect(optimizer.config['learningRate']).toBe(0.25);
  optimizer.apply({ w: g }, { w });
  expect(w.dataSync()[0]).toBe(1.25);
  expect(optimizer.iterations).toBe(2);
  optimizer.dispose();
  w.dispose();
  g.dispose();
});
