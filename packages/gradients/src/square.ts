import { mul, Square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(x^2) = 2 x dy. */
export const squareDerivative: Derivative = {
  kernelName: Square,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, mul(x, 2)) }),
};
