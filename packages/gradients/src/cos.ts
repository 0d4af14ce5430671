import { Cos, mul, neg, sin } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(cos(x)) = -sin(x) dy. */
export const cosDerivative: Derivative = {
  kernelName: Cos,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => neg(mul(dy, sin(x))) }),
};
