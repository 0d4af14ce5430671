import { broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';

/** The geometry of a product of batches of matrices. */
export interface ProductPlan {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** How many matrices the result holds. */
  readonly count: number;
  readonly outShape: number[];
  /** Where the operand of the i-th product begins among a's elements; the same for b. */
  readonly offsetA: (index: number) => number;
  readonly offsetB: (index: number) => number;
}

/**
 * Plans op(a) op(b) for [..., rows, inner] and [..., inner, columns], the batches broadcast.
 *
 * @throws Error if the inner dimensions differ or the batches do not broadcast
 */
export function planProduct(a: TensorInfo, b: TensorInfo, turnA: boolean, turnB: boolean): ProductPlan {
  const [rows, inner] = lastTwo(a.shape, turnA);
  const [innerB, columns] = lastTwo(b.shape, turnB);
  util.assert(
    inner === innerB,
    () =>
      `BatchMatMul: expected inner dimensions to be equal, received [${a.shape}]${turnA ? ' transposed' : ''} and ` +
      `[${b.shape}]${turnB ? ' transposed' : ''}.`,
  );
  const [batchA, batchB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  return {
    rows,
    inner,
    columns,
    count: util.sizeFromShape(batch),
    outShape: [...batch, rows, columns],
    offsetA: batchOffset(batch, batchA, rows * inner),
    offsetB: batchOffset(batch, batchB, inner * columns),
  };
}

function lastTwo(shape: readonly number[], turned: boolean): [number, number] {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return turned ? [second, first] : [first, second];
}

function batchOffset(batch: readonly number[], own: readonly number[], size: number): (index: number) => number {
  const ownCount = util.sizeFromShape(own as number[]);
  if (ownCount === 1) return () => 0;
  if (ownCount === util.sizeFromShape(batch as number[])) return (index) => index * size;
  return (index) => {
    let rest = index;
    let offset = 0;
    let step = size;
    for (let axis = 1; axis <= own.length; axis++) {
      const length = batch.at(-axis)!;
      if (own.at(-axis) !== 1) {
        offset += (rest % length) * step;
        step *= length;
      }
      rest = Math.floor(rest / length);
    }
    return offset;
  };
}
