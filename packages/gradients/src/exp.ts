import { Exp, mul } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(exp(x)) = dy y with y = exp(x). */
export const expDerivative: Derivative = {
  kernelName: Exp,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy, y) }),
};
