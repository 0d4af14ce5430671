import { add, Asinh, div, sqrt, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(asinh(x)) = dy / sqrt(1 + x^2). */
export const asinhDerivative: Derivative = {
  kernelName: Asinh,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, sqrt(add(square(x), 1))) }),
};
