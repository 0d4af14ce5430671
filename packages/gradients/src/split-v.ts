import { concat, SplitV, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(split(x)) = the parts of dy, joined; a single part comes without its array. */
export const splitVDerivative: Derivative<[], { axis: number }, Tensor | Tensor[]> = {
  kernelName: SplitV,
  gradFunc: (dy, _, { axis }) => ({ x: () => concat(Array.isArray(dy) ? dy : [dy], axis) }),
};
