import { expandDims, squeeze, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Makes two ranks equal that differ by a last axis of size 1: [n] and [n, 1] become [n, 1] both, else that axis goes.
 * Other tensors come back as they are.
 */
export function matchRank(a: Tensor, b: Tensor): [Tensor, Tensor] {
  if (a.rank < b.rank) {
    const [y, x] = matchRank(b, a);
    return [x, y];
  }
  if (a.rank !== b.rank + 1 || a.shape.at(-1) !== 1) return [a, b];
  return b.rank === 1 ? [a, expandDims(b, -1)] : [squeeze(a, [-1]), b];
}
