import { type Described, expectNumber } from '@sixstep/parts';
import { add, type Scalar, scalar, tidy, zerosLike } from '@tensorflow/tfjs-core';
import { l1 as lasso } from './l1.js';
import { l2 as ridge } from './l2.js';
import { penalty } from './penalty.js';
import type { Regularizer } from './regularizer.js';

export interface L1L2Options {
  /** The factor of the sum of absolute values, not negative. Defaults to 0. */
  readonly l1?: number;
  /** The factor of the sum of squares, not negative. Defaults to 0. */
  readonly l2?: number;
}

/**
 * The elastic net: l1 * sum(|x|) + l2 * sum(x^2). Both factors default to 0, as in Keras.
 *
 * @throws Error if a factor is negative or not finite
 * @source Zou and Hastie 2005, https://doi.org/10.1111/j.1467-9868.2005.00503.x
 */
export function l1l2(options: L1L2Options = {}): Regularizer & Described {
  const l1 = expectNumber('l1l2', 'l1', options.l1 ?? 0, { min: 0 });
  const l2 = expectNumber('l1l2', 'l2', options.l2 ?? 0, { min: 0 });
  const [absolute, squared] = [lasso({ l1 }), ridge({ l2 })];
  const both: Regularizer = (weights) => add(absolute(weights), squared(weights)) as Scalar;
  const none: Regularizer = (weights) => penalty(weights, () => scalar(0), zerosLike);
  // A factor of 0 must not turn an infinite weight into NaN, hence no 0 * sum.
  const chosen = l1 === 0 ? (l2 === 0 ? none : squared) : l2 === 0 ? absolute : both;
  const regularizer: Regularizer = (weights) => tidy(() => chosen(weights));
  return Object.assign(regularizer, { className: 'L1L2', config: { l1, l2 } });
}
