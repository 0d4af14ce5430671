import { greater, LeakyRelu, mul, where, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(leakyRelu(x)) = dy where x > 0, else alpha dy. */
export const leakyReluDerivative: Derivative<[Tensor], { alpha: number }> = {
  kernelName: LeakyRelu,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { alpha }) => ({ x: () => where(greater(x, 0), dy, mul(dy, alpha)) }),
};
