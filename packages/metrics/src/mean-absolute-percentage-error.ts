import { meanAbsolutePercentageError as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The error in percent: 100 mean of |yTrue - yPred| / max(|yTrue|, 1e-7) over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsolutePercentageError`; the loss of that name is `meanAbsolutePercentageError` of `@sixstep/losses`.
 */
export function meanAbsolutePercentageError({ name = 'meanAbsolutePercentageError' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'MeanAbsolutePercentageError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
