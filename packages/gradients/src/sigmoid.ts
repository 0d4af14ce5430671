import { mul, Sigmoid, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(sigmoid(x)) = dy y (1 - y) with y = sigmoid(x). */
export const sigmoidDerivative: Derivative = {
  kernelName: Sigmoid,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy, mul(y, sub(1, y))) }),
};
