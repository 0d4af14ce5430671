import { poisson as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The Poisson loss: mean of yPred - yTrue log(yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `Poisson`; the loss of that name is `poisson` of `@sixstep/losses`.
 */
export function poisson({ name = 'poisson' }: NameOptions = {}): Metric {
  return lossMetric('Poisson', name, loss);
}
