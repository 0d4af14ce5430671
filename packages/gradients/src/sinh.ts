import { cosh, mul, Sinh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(sinh(x)) = cosh(x) dy. */
export const sinhDerivative: Derivative = {
  kernelName: Sinh,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, cosh(x)) }),
};
