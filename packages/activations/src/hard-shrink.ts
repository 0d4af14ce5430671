import { abs, greater, type Tensor, where, zerosLike } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';
import { maskOf } from './mask-of.js';

export interface HardShrinkOptions {
  /** Values up to this size become 0. Defaults to 0.5. */
  readonly threshold?: number;
}

/** hardShrink(x) = x if |x| > threshold, else 0. */
export function hardShrink(x: Tensor, { threshold = 0.5 }: HardShrinkOptions = {}): Tensor {
  return elementwise(
    x,
    (x) => where(greater(abs(x), threshold), x, zerosLike(x)),
    (x) => maskOf(greater(abs(x), threshold)),
  );
}
