import { mul, Relu, step } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(max(x, 0)) = dy where y > 0, else 0. */
export const reluDerivative: Derivative = {
  kernelName: Relu,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy, step(y)) }),
};
