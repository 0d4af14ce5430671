import { cumsum, Cumsum } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(cumsum(x)) = cumsum of dy from the other end. */
export const cumsumDerivative: Derivative<[], { axis: number; exclusive: boolean; reverse: boolean }> = {
  kernelName: Cumsum,
  gradFunc: (dy, _, { axis, exclusive, reverse }) => ({
    x: () => cumsum(dy, axis, exclusive, !reverse),
  }),
};
