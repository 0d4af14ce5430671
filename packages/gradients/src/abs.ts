import { Abs, mul, sign } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d|x| = sign(x) dy, 0 at 0. */
export const absDerivative: Derivative = {
  kernelName: Abs,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, sign(x)) }),
};
