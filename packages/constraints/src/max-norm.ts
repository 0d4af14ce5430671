import { type Described, expectNumber } from '@sixstep/parts';
import { add, div, mul, tidy } from '@tensorflow/tfjs-core';
import { bounded } from './bounded.js';
import type { Constraint } from './constraint.js';
import { epsilon, norms } from './norms.js';

export interface MaxNormOptions {
  /** The greatest norm. Defaults to 2. */
  readonly maxValue?: number;
  /**
   * Along which axis (or axes) a norm is taken: 0 for the kernel of a dense layer ([inputs, units]), [0, 1, 2] for that of
   * a convolution ([rows, columns, channels, filters]), so that there is one norm per unit. Defaults to 0.
   */
  readonly axis?: number | readonly number[];
}

/**
 * Shortens weights whose norm is above a bound: w * min(norm, maxValue) / (1e-7 + norm).
 *
 * @throws Error if an option does not fit, or if the weights have no such axis
 * @source Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html, section 5.1
 */
export function maxNorm(options: MaxNormOptions = {}): Constraint & Described {
  const maxValue = expectNumber('maxNorm', 'maxValue', options.maxValue ?? 2, { min: 0 });
  const axis = options.axis ?? 0;
  const constraint: Constraint = (weights) =>
    tidy(() => {
      const norm = norms('maxNorm', weights, axis);
      return mul(weights, div(bounded(norm, 0, maxValue), add(norm, epsilon)));
    });
  return Object.assign(constraint, { className: 'MaxNorm', config: { maxValue, axis } });
}
