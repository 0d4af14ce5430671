import { BatchMatMul, matMul, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a b) = dy b^T, a^T dy, with the operands turned as the attributes say; batches broadcast. */
export const batchMatMulDerivative: Derivative<[Tensor, Tensor], { transposeA: boolean; transposeB: boolean }> = {
  kernelName: BatchMatMul,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b], { transposeA, transposeB }) => ({
    a: () => sumTo(transposeA ? matMul(b, dy, transposeB, true) : matMul(dy, b, false, !transposeB), a.shape),
    b: () => sumTo(transposeB ? matMul(dy, a, true, transposeA) : matMul(a, dy, !transposeA, false), b.shape),
  }),
};
