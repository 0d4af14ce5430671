import { expandDims, squeeze, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Makes two ranks equal that differ by a last axis of size 1: [n] and [n, 1] become [n, 1] both, else that axis goes.
 * Other tensors come back as they are.
 */
export function matchRank(a: Tensor, b: Tensor): [Tensor, Tensor] {
  if (a.rank === b.rank + 1 && a.shape.at(-1) === 1) {
    return b.rank === 1 ? [a, expandDims(b, -1)] : [squeeze(a, [-1]), b];
  }
  if (b.rank === a.rank + 1 && b.shape.at(-1) === 1) {
    return a.rank === 1 ? [expandDims(a, -1), b] : [a, squeeze(b, [-1])];
  }
  return [a, b];
}
