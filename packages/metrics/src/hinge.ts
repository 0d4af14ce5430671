import { hinge as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The hinge loss: mean of max(0, 1 - yTrue yPred) over the last axis, for labels -1 and 1 (or 0 and 1), averaged over all samples so far.
 *
 * Keras' `Hinge`; the loss of that name is `hinge` of `@sixstep/losses`.
 */
export function hinge({ name = 'hinge' }: NameOptions = {}): Metric {
  return lossMetric('Hinge', name, loss);
}
