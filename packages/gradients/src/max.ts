import { Max, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { tieShare } from './tie-share.js';

/** d(max(x)) = dy at the greatest elements, shared evenly where several are equal. */
export const maxDerivative: Derivative<[Tensor, Tensor], { reductionIndices: number | number[] }> = {
  kernelName: Max,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [x, y], { reductionIndices }) => ({ x: () => tieShare(dy, x, y, reductionIndices) }),
};
