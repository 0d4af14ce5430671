import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Native } from './native.js';
import { planProduct } from './product-plan.js';

/** Bytes of scratch that one product needs: `PRODUCT` of assembly/gemm.ts. */
export const PRODUCT_SCRATCH = 262400;

/**
 * op(a) op(b) for float32 tensors [..., rows, inner] and [..., inner, columns], batches broadcast.
 *
 * @param turnA whether `a` is stored as [..., inner, rows]; the same for `turnB`
 */
export function multiply(native: Native, a: TensorInfo, b: TensorInfo, turnA: boolean, turnB: boolean): TensorInfo {
  const { rows, inner, columns, count, outShape, offsetA, offsetB } = planProduct(a, b, turnA, turnB);
  const out = native.output(outShape);
  const size = rows * columns;
  if (count * size === 0) return out;
  const { gemm } = native.module;
  const scratch = native.scratch(PRODUCT_SCRATCH);
  const [fromA, fromB, to] = [native.address(a), native.address(b), native.address(out)];
  if (!turnA && util.sizeFromShape(b.shape) === inner * columns) {
    // One b for all: the rows of every a are rows of one matrix.
    gemm(fromA, fromB, to, count * rows, columns, inner, 0, +turnB, scratch, 0);
    return out;
  }
  for (let i = 0; i < count; i++) {
    const [atA, atB] = [fromA + 4 * offsetA(i), fromB + 4 * offsetB(i)];
    gemm(atA, atB, to + 4 * i * size, rows, columns, inner, +turnA, +turnB, scratch, 0);
  }
  return out;
}
