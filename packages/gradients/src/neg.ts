import { neg, Neg } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(-x) = -dy. */
export const negDerivative: Derivative<[]> = {
  kernelName: Neg,
  gradFunc: (dy) => ({ x: () => neg(dy) }),
};
