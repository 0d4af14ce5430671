import { stack, Unpack, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(unstack(x)) = the parts of dy, stacked; a single part comes without its array. */
export const unpackDerivative: Derivative<[], { axis: number }, Tensor | Tensor[]> = {
  kernelName: Unpack,
  gradFunc: (dy, _, { axis }) => ({ value: () => stack(Array.isArray(dy) ? dy : [dy], axis) }),
};
