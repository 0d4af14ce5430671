import { Atanh, div, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(atanh(x)) = dy / (1 - x^2). */
export const atanhDerivative: Derivative = {
  kernelName: Atanh,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, sub(1, square(x))) }),
};
