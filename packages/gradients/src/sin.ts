import { cos, mul, Sin } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(sin(x)) = cos(x) dy. */
export const sinDerivative: Derivative = {
  kernelName: Sin,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, cos(x)) }),
};
