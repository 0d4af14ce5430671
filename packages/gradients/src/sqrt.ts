import { div, mul, Sqrt } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(sqrt(x)) = dy / (2 y) with y = sqrt(x). */
export const sqrtDerivative: Derivative = {
  kernelName: Sqrt,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => div(mul(dy, 0.5), y) }),
};
