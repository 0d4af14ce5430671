import { stack, Unpack, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(unstack(x)) = the parts of dy, stacked. */
export const unpackDerivative: Derivative<[], { axis: number }, Tensor[]> = {
  kernelName: Unpack,
  gradFunc: (dy, _, { axis }) => ({ value: () => stack(dy, axis) }),
};
