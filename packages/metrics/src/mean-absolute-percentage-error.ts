import { meanAbsolutePercentageError as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The error in percent: 100 mean of |yTrue - yPred| / max(|yTrue|, 1e-7) over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsolutePercentageError`; the loss of that name is `meanAbsolutePercentageError` of `@sixstep/losses`.
 */
export function meanAbsolutePercentageError({ name = 'meanAbsolutePercentageError' }: NameOptions = {}): Metric {
  return lossMetric('MeanAbsolutePercentageError', name, loss);
}
