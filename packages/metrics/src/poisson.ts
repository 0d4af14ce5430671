import { poisson as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The Poisson loss: mean of yPred - yTrue log(yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `Poisson`; the loss of that name is `poisson` of `@sixstep/losses`.
 */
export function poisson({ name = 'poisson' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'Poisson',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
