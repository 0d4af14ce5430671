import { Reshape, reshape } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(reshape(x)) = dy in the shape of x. */
export const reshapeDerivative: Derivative = {
  kernelName: Reshape,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => reshape(dy, x.shape) }),
};
