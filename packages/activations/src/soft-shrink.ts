import { add, greater, less, logicalOr, sub, type Tensor, where, zerosLike } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';
import { maskOf } from './mask-of.js';

export interface SoftShrinkOptions {
  /** So far values move towards 0. Defaults to 0.5. */
  readonly threshold?: number;
}

/** softShrink(x) = x - threshold if x > threshold, x + threshold if x < -threshold, else 0. */
export function softShrink(x: Tensor, { threshold = 0.5 }: SoftShrinkOptions = {}): Tensor {
  return elementwise(
    x,
    (x) => {
      const low = where(less(x, -threshold), add(x, threshold), zerosLike(x));
      return where(greater(x, threshold), sub(x, threshold), low);
    },
    (x) => maskOf(logicalOr(greater(x, threshold), less(x, -threshold))),
  );
}
