import { meanAbsoluteError as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The absolute error: mean of |yTrue - yPred| over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsoluteError`; the loss of that name is `meanAbsoluteError` of `@sixstep/losses`.
 */
export function meanAbsoluteError({ name = 'meanAbsoluteError' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'MeanAbsoluteError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
