import { expect, test } from '@jest/globals';
import { adagrad, adam, sgd } from '@sixstep/optimizers';
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

// Of Keras 3.15 on TensorFlow, for IndexedSlices of [3, 1, 4] at the rows [0, 0, 1].
test.each([
  ['none', adagrad({ learningRate: 1 }), [-1.2586335, -0.99688953]],
  ['of each', adagrad({ learningRate: 1, clipnorm: 1 }), [-1.1268723, -0.9274777]],
  ['of all', adagrad({ learningRate: 1, globalClipnorm: 1 }), [-0.9274777, -0.9274777]],
  ['of each, without squares', sgd({ learningRate: 1, clipnorm: 1 }), [-0.78446454, -0.78446454]],
  ['of all, without squares', sgd({ learningRate: 1, globalClipnorm: 1 }), [-0.78446454, -0.78446454]],
])(
  'such a gradient is clipped by the norm of its parts, and stays one if the norm was its own: %s',
  (_, optimizer, expected) => {
    const w = variable(tensor1d([0, 0]));
    const gradient = tensor1d([4, 4]);
    rememberSquares(gradient, Float32Array.of(10, 16));
    optimizer.apply({ w: gradient }, { w });
    expected.forEach((value, i) => expect(w.dataSync()[i]).toBeCloseTo(value, 6));
  },
);
