import { exp, Expm1, mul } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(exp(x) - 1) = dy exp(x). */
export const expm1Derivative: Derivative = {
  kernelName: Expm1,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, exp(x)) }),
};
