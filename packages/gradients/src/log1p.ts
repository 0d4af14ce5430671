import { add, div, Log1p } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(log(1 + x)) = dy / (1 + x). */
export const log1pDerivative: Derivative = {
  kernelName: Log1p,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, add(x, 1)) }),
};
