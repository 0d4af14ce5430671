import { meanSquaredError as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The squared error: mean of (yTrue - yPred)^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredError`; the loss of that name is `meanSquaredError` of `@sixstep/losses`.
 */
export function meanSquaredError({ name = 'meanSquaredError' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'MeanSquaredError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
