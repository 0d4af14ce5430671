import { Asin, div, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(asin(x)) = dy / sqrt(1 - x^2). */
export const asinDerivative: Derivative = {
  kernelName: Asin,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, sqrt(sub(1, square(x)))) }),
};
