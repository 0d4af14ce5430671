import { type Described, expectNumber } from '@sixstep/parts';
import { abs, mul, neg, step, sub, sum } from '@tensorflow/tfjs-core';
import { penalty } from './penalty.js';
import type { Regularizer } from './regularizer.js';

export interface L1Options {
  /** The factor, not negative. Defaults to 0.01. */
  readonly l1?: number;
}

/**
 * The lasso: l1 * sum(|x|). Its derivative at 0 is 0.
 *
 * @throws Error if `l1` is negative or not finite
 * @source Tibshirani 1996, https://doi.org/10.1111/j.2517-6161.1996.tb02080.x
 */
export function l1(options: L1Options = {}): Regularizer & Described {
  const factor = expectNumber('l1', 'l1', options.l1 ?? 0.01, { min: 0 });
  const regularizer: Regularizer = (weights) =>
    penalty(
      weights,
      (x) => mul(sum(abs(x)), factor),
      (x, dy) => mul(sub(step(x), step(neg(x))), mul(dy, factor)),
    );
  return Object.assign(regularizer, { className: 'L1', config: { l1: factor } });
}
