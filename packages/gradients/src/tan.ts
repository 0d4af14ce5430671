import { add, mul, square, Tan } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(tan(x)) = (1 + y^2) dy with y = tan(x). */
export const tanDerivative: Derivative = {
  kernelName: Tan,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy, add(square(y), 1)) }),
};
