import { type Described, expectNumber } from '@sixstep/parts';
import { add, div, mul, tidy } from '@tensorflow/tfjs-core';
import { bounded } from './bounded.js';
import type { Constraint } from './constraint.js';
import { epsilon, norms } from './norms.js';

export interface MinMaxNormOptions {
  /** The least norm. Defaults to 0. */
  readonly minValue?: number;
  /** The greatest norm. Defaults to 1. */
  readonly maxValue?: number;
  /** How much of the way to the nearest allowed norm is gone at each update: 1 is all of it. Defaults to 1. */
  readonly rate?: number;
  /**
   * Along which axis (or axes) a norm is taken: 0 for the kernel of a dense layer ([inputs, units]), [0, 1, 2] for that of
   * a convolution ([rows, columns, channels, filters]), so that there is one norm per unit. Defaults to 0.
   */
  readonly axis?: number | readonly number[];
}

/**
 * Stretches or shortens weights until their norm lies between two bounds: w * desired / (1e-7 + norm), with desired =
 * rate * min(max(norm, minValue), maxValue) + (1 - rate) * norm.
 *
 * @throws Error if an option does not fit, or if the weights have no such axis
 */
export function minMaxNorm(options: MinMaxNormOptions = {}): Constraint & Described {
  const place = 'minMaxNorm';
  const minValue = expectNumber(place, 'minValue', options.minValue ?? 0, { min: 0 });
  const maxValue = expectNumber(place, 'maxValue', options.maxValue ?? 1, { min: minValue });
  const rate = expectNumber(place, 'rate', options.rate ?? 1);
  const axis = options.axis ?? 0;
  const constraint: Constraint = (weights) =>
    tidy(() => {
      const norm = norms(place, weights, axis);
      const desired = add(mul(bounded(norm, minValue, maxValue), rate), mul(norm, 1 - rate));
      return mul(weights, div(desired, add(norm, epsilon)));
    });
  return Object.assign(constraint, { className: 'MinMaxNorm', config: { minValue, maxValue, rate, axis } });
}
