import { Cosh, mul, sinh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(cosh(x)) = sinh(x) dy. */
export const coshDerivative: Derivative = {
  kernelName: Cosh,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, sinh(x)) }),
};
