import { mul, square, sub, Tanh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(tanh(x)) = dy (1 - y^2) with y = tanh(x). */
export const tanhDerivative: Derivative = {
  kernelName: Tanh,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy, sub(1, square(y))) }),
};
