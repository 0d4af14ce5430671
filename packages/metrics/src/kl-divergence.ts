import { klDivergence as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The Kullback-Leibler divergence: sum of yTrue log(yTrue / yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `KLDivergence`; the loss of that name is `klDivergence` of `@sixstep/losses`.
 */
export function klDivergence({ name = 'klDivergence' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'KLDivergence',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
