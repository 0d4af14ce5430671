import { mul, neg, Reciprocal, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(1 / x) = -dy y^2 with y = 1 / x. */
export const reciprocalDerivative: Derivative = {
  kernelName: Reciprocal,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => neg(mul(dy, square(y))) }),
};
