import { mul, Softmax, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(softmax(x)) = (dy - sum(dy y)) y with y = softmax(x). */
export const softmaxDerivative: Derivative<[Tensor], { dim: number }> = {
  kernelName: Softmax,
  outputsToSave: [true],
  gradFunc: (dy, [y], { dim }) => ({
    logits: () => {
      const dyTimesY = mul(dy, y);
      return sub(dyTimesY, mul(sum(dyTimesY, dim, true), y));
    },
  }),
};
