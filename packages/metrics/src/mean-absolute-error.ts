import { meanAbsoluteError as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The absolute error: mean of |yTrue - yPred| over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsoluteError`; the loss of that name is `meanAbsoluteError` of `@sixstep/losses`.
 */
export function meanAbsoluteError({ name = 'meanAbsoluteError' }: NameOptions = {}): Metric {
  return lossMetric('MeanAbsoluteError', name, loss);
}
