import { concat, SplitV, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(split(x)) = the parts of dy, joined. */
export const splitVDerivative: Derivative<[], { axis: number }, Tensor[]> = {
  kernelName: SplitV,
  gradFunc: (dy, _, { axis }) => ({ x: () => concat(dy, axis) }),
};
