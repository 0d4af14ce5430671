import { klDivergence as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The Kullback-Leibler divergence: sum of yTrue log(yTrue / yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `KLDivergence`; the loss of that name is `klDivergence` of `@sixstep/losses`.
 */
export function klDivergence({ name = 'klDivergence' }: NameOptions = {}): Metric {
  return lossMetric('KLDivergence', name, loss);
}
