import { reverse, Reverse } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(reverse(x)) = dy reversed. */
export const reverseDerivative: Derivative<[], { dims: number | number[] }> = {
  kernelName: Reverse,
  gradFunc: (dy, _, { dims }) => ({ x: () => reverse(dy, dims) }),
};
