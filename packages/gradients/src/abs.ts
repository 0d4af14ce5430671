import { Abs, mul, neg, step, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d|x| = sign(x) dy, 0 at 0. Not by `sign`, which the WASM backend computes as 0 for |x| up to about 1e-6. */
export const absDerivative: Derivative = {
  kernelName: Abs,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => mul(dy, sub(step(x), step(neg(x)))) }),
};
