import { expect, test } from '@jest/globals';
import { adagrad, adam } from '@sixstep/optimizers';
import { rememberSquares } from '@sixstep/parts';
import { tensor1d, variable } from '@tensorflow/tfjs-core';

test('a gradient that is marked as a sum of parts counts by the sum of their squares', () => {
  const w = variable(tensor1d([0]));
  const gradient = tensor1d([4]);
  rememberSquares(gradient, Float32Array.of(10)); // 3 + 1 = 4, 3^2 + 1^2 = 10
  const optimizer = adagrad({ learningRate: 1, initialAccumulatorValue: 0, epsilon: 0 });
  optimizer.apply({ w: gradient }, { w });
  // w = 0 - 4 / sqrt(10)
  expect(w.dataSync()[0]).toBeCloseTo(-4 / Math.sqrt(10), 6);
});

test('such a gradient is not given to a kernel that would square it', () => {
  const w = variable(tensor1d([0]));
  const gradient = tensor1d([4]);
  rememberSquares(gradient, Float32Array.of(4));
  adam({ learningRate: 1 }).apply({ w: gradient }, { w });
  // t = 1: m = 0.1 * 4, v = 0.001 * 4; sqrt(0.001) / 0.1 * 0.4 / sqrt(0.004) = 2
  expect(w.dataSync()[0]).toBeCloseTo(-2, 5);
});
