import { ExpandDims, reshape } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(expandDims(x)) = dy in the shape of x. */
export const expandDimsDerivative: Derivative = {
  kernelName: ExpandDims,
  inputsToSave: ['input'],
  gradFunc: (dy, [input]) => ({ input: () => reshape(dy, input.shape) }),
};
