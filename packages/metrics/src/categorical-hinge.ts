import { categoricalHinge as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The categorical hinge loss: max(0, 1 + max of (1 - yTrue) yPred - sum of yTrue yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `CategoricalHinge`; the loss of that name is `categoricalHinge` of `@sixstep/losses`.
 */
export function categoricalHinge({ name = 'categoricalHinge' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'CategoricalHinge',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
