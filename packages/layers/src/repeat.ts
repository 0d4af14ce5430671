import { reshape, tile, type Tensor } from '@tensorflow/tfjs-core';

/** Repeats each slice of `x` along `axis` `count` times, one after the other. */
export function repeat(x: Tensor, count: number, axis: number): Tensor {
  if (count === 1) return x;
  const before = x.shape.slice(0, axis + 1).reduce((size, n) => size * n, 1);
  const after = x.size / Math.max(before, 1);
  const shape = x.shape.map((size, i) => (i === axis ? size * count : size));
  return reshape(tile(reshape(x, [before, 1, after]), [1, count, 1]), shape);
}
