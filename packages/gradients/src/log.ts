import { div, Log } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(log(x)) = dy / x. */
export const logDerivative: Derivative = {
  kernelName: Log,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => div(dy, x) }),
};
