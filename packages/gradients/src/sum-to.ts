import { reshape, sum, type Tensor, util } from '@tensorflow/tfjs-core';

/** Sums x over the axes along which `shape` was broadcast to x's shape; x itself if there are none. */
export function sumTo(x: Tensor, shape: number[]): Tensor {
  if (util.arraysEqual(x.shape, shape)) return x;
  const offset = x.rank - shape.length;
  const axes = x.shape.map((_, i) => i).filter((i) => i < offset || shape[i - offset] !== x.shape[i]);
  const sums = axes.length === 0 ? x : sum(x, axes);
  return util.arraysEqual(sums.shape, shape) ? sums : reshape(sums, shape);
}
