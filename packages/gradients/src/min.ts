import { Min, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { tieShare } from './tie-share.js';

/** d(min(x)) = dy at the smallest elements, shared evenly where several are equal. */
export const minDerivative: Derivative<[Tensor, Tensor], { axis: number | number[] }> = {
  kernelName: Min,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [x, y], { axis }) => ({ x: () => tieShare(dy, x, y, axis) }),
};
