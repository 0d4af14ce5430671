import { OneHot, zeros } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** oneHot is constant almost everywhere: 0. */
export const oneHotDerivative: Derivative = {
  kernelName: OneHot,
  inputsToSave: ['indices'],
  gradFunc: (_, [indices]) => ({ indices: () => zeros(indices.shape) }),
};
