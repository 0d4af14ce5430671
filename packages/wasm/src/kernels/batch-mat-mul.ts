import { BatchMatMul, type BatchMatMulAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { multiply } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * a b, either one transposed or both, batches broadcast.
 *
 * TensorFlow.js takes a scalar loop as soon as one of them is transposed, which every gradient of a product is.
 */
export const batchMatMul: TrainingKernel<{ a: TensorInfo; b: TensorInfo }, BatchMatMulAttrs> = {
  kernelName: BatchMatMul,
  run: (native, { a, b }, { transposeA, transposeB }, stock) =>
    a.dtype === 'float32' && b.dtype === 'float32'
      ? multiply(native, a, b, transposeA, transposeB)
      : stock({ a, b }, { transposeA, transposeB }),
};
