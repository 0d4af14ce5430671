import { type Described, expectNumber } from '@sixstep/parts';
import { mul, square, sum } from '@tensorflow/tfjs-core';
import { penalty } from './penalty.js';
import type { Regularizer } from './regularizer.js';

export interface L2Options {
  /** The factor, not negative. Defaults to 0.01. */
  readonly l2?: number;
}

/**
 * The ridge: l2 * sum(x^2). No half: its derivative is 2 * l2 * x.
 *
 * @throws Error if `l2` is negative or not finite
 * @source Hoerl and Kennard 1970, https://doi.org/10.1080/00401706.1970.10488634
 */
export function l2(options: L2Options = {}): Regularizer & Described {
  const factor = expectNumber('l2', 'l2', options.l2 ?? 0.01, { min: 0 });
  const regularizer: Regularizer = (weights) =>
    penalty(
      weights,
      (x) => mul(sum(square(x)), factor),
      (x, dy) => mul(x, mul(dy, 2 * factor)),
    );
  return Object.assign(regularizer, { className: 'L2', config: { l2: factor } });
}
