import type { Described } from '@sixstep/parts';
import { add, div, tidy } from '@tensorflow/tfjs-core';
import type { Constraint } from './constraint.js';
import { epsilon, norms } from './norms.js';

export interface UnitNormOptions {
  /**
   * Along which axis (or axes) a norm is taken: 0 for the kernel of a dense layer ([inputs, units]), [0, 1, 2] for that of
   * a convolution ([rows, columns, channels, filters]), so that there is one norm per unit. Defaults to 0.
   */
  readonly axis?: number | readonly number[];
}

/**
 * Scales weights to norm 1: w / (1e-7 + norm). Zero stays zero.
 *
 * @throws Error if the weights have no such axis
 */
export function unitNorm(options: UnitNormOptions = {}): Constraint & Described {
  const axis = options.axis ?? 0;
  const constraint: Constraint = (weights) => tidy(() => div(weights, add(norms('unitNorm', weights, axis), epsilon)));
  return Object.assign(constraint, { className: 'UnitNorm', config: { axis } });
}
