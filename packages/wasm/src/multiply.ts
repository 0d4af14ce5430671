import { broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Native } from './native.js';

/** Bytes of scratch that one product needs: `PRODUCT` of assembly/gemm.ts. */
export const PRODUCT_SCRATCH = 262400;

/**
 * op(a) op(b) for float32 tensors [..., rows, inner] and [..., inner, columns], batches broadcast.
 *
 * @param turnA whether `a` is stored as [..., inner, rows]; the same for `turnB`
 */
export function multiply(native: Native, a: TensorInfo, b: TensorInfo, turnA: boolean, turnB: boolean): TensorInfo {
  const [rows, inner] = lastTwo(a.shape, turnA);
  const [innerB, columns] = lastTwo(b.shape, turnB);
  util.assert(
    inner === innerB,
    () =>
      `BatchMatMul: expected inner dimensions to be equal, received [${a.shape}]${turnA ? ' transposed' : ''} and ` +
      `[${b.shape}]${turnB ? ' transposed' : ''}.`,
  );
  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const out = native.output([...batch, rows, columns]);
  const count = util.sizeFromShape(batch);
  const size = 4 * rows * columns;
  if (count * size === 0) return out;
  const { gemm } = native.module;
  const scratch = native.scratch(PRODUCT_SCRATCH);
  const addressA = native.address(a);
  const addressB = native.address(b);
  const addressOut = native.address(out);
  if (util.sizeFromShape(batchB) === 1 && !turnA) {
    // One b for all: the rows of every a are rows of one matrix.
    gemm(addressA, addressB, addressOut, count * rows, columns, inner, 0, +turnB, scratch, 0);
    return out;
  }
  const offsetA = batchOffset(batch, batchA, 4 * rows * inner);
  const offsetB = batchOffset(batch, batchB, 4 * inner * columns);
  for (let i = 0; i < count; i++) {
    gemm(
      addressA + offsetA(i),
      addressB + offsetB(i),
      addressOut + i * size,
      rows,
      columns,
      inner,
      +turnA,
      +turnB,
      scratch,
      0,
    );
  }
  return out;
}

function lastTwo(shape: readonly number[], turned: boolean): [number, number] {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return turned ? [second, first] : [first, second];
}

/** Where the i-th matrix of the broadcast batch is among those of an operand, in bytes. */
function batchOffset(batch: readonly number[], own: readonly number[], bytes: number): (index: number) => number {
  const ownCount = util.sizeFromShape(own as number[]);
  if (ownCount === 1) return () => 0;
  if (ownCount === util.sizeFromShape(batch as number[])) return (index) => index * bytes;
  return (index) => {
    let rest = index;
    let offset = 0;
    let step = bytes;
    for (let axis = 1; axis <= own.length; axis++) {
      const size = batch.at(-axis)!;
      if (own.at(-axis) !== 1) {
        offset += (rest % size) * step;
        step *= size;
      }
      rest = Math.floor(rest / size);
    }
    return offset;
  };
}
