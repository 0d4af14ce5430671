import { expectNumber } from '@sixstep/parts';
import { fill, greater, type Tensor, where } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';
import { maskOf } from './mask-of.js';

export interface ThresholdOptions {
  /** Values above it stay. */
  readonly threshold: number;
  /** What the others become. */
  readonly defaultValue: number;
}

/**
 * threshold(x) = x if x > threshold, else defaultValue.
 *
 * It has no defaults, so it cannot be given by name.
 *
 * @throws Error if an option is missing or not a number
 */
export function threshold(x: Tensor, options: ThresholdOptions): Tensor {
  const hint = 'Pass both, e.g. threshold(x, { threshold: 0.5, defaultValue: 0 }).';
  const bound = expectNumber('threshold', 'threshold', options?.threshold, { hint });
  const value = expectNumber('threshold', 'defaultValue', options.defaultValue, { hint });
  return elementwise(
    x,
    (x) => where(greater(x, bound), x, fill(x.shape, value)),
    (x) => maskOf(greater(x, bound)),
  );
}
