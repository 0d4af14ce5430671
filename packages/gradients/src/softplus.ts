import { mul, sigmoid, Softplus } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(log(1 + exp(x))) = dy sigmoid(x). */
export const softplusDerivative: Derivative = {
  kernelName: Softplus,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, sigmoid(x)) }),
};
