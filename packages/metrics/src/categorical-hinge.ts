import { categoricalHinge as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The categorical hinge loss: max(0, 1 + max of (1 - yTrue) yPred - sum of yTrue yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `CategoricalHinge`; the loss of that name is `categoricalHinge` of `@sixstep/losses`.
 */
export function categoricalHinge({ name = 'categoricalHinge' }: NameOptions = {}): Metric {
  return lossMetric('CategoricalHinge', name, loss);
}
