import { Acosh, div, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(acosh(x)) = dy / sqrt(x^2 - 1). */
export const acoshDerivative: Derivative = {
  kernelName: Acosh,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, sqrt(sub(square(x), 1))) }),
};
