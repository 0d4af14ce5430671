import { BatchMatMul, type BatchMatMulAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { multiply } from '../multiply.js';
import { multiplyIntegers } from '../multiply-integers.js';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * a b, either one transposed or both, batches broadcast; float32, or int32 (slowly).
 *
 * TensorFlow.js takes a scalar loop as soon as one of them is transposed, which every gradient of a product is, and no integers.
 */
export const batchMatMul: TrainingKernel<{ a: TensorInfo; b: TensorInfo }, BatchMatMulAttrs> = {
  kernelName: BatchMatMul,
  run(native, { a, b }, { transposeA, transposeB }, stock) {
    if (a.dtype === 'float32' && b.dtype === 'float32') return multiply(native, a, b, transposeA, transposeB);
    if (a.dtype === 'int32' && b.dtype === 'int32') return multiplyIntegers(native, a, b, transposeA, transposeB);
    return stock({ a, b }, { transposeA, transposeB });
  },
};
