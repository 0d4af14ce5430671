import { backend_util, Transpose, transpose } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(transpose(x)) = dy transposed back. */
export const transposeDerivative: Derivative<[], { perm: number[] }> = {
  kernelName: Transpose,
  gradFunc: (dy, _, { perm }) => ({ x: () => transpose(dy, backend_util.getUndoAxesPermutation(perm)) }),
};
