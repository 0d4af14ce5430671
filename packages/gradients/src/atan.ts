import { add, Atan, div, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(atan(x)) = dy / (1 + x^2). */
export const atanDerivative: Derivative = {
  kernelName: Atan,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, add(square(x), 1)) }),
};
