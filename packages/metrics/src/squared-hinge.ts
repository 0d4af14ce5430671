import { squaredHinge as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The squared hinge loss: mean of max(0, 1 - yTrue yPred)^2 over the last axis, for labels -1 and 1 (or 0 and 1), averaged over all samples so far.
 *
 * Keras' `SquaredHinge`; the loss of that name is `squaredHinge` of `@sixstep/losses`.
 */
export function squaredHinge({ name = 'squaredHinge' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'SquaredHinge',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
