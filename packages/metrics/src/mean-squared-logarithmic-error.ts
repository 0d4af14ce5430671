import { meanSquaredLogarithmicError as loss } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The squared error of logarithms: mean of (log(1 + yTrue) - log(1 + yPred))^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredLogarithmicError`; the loss of that name is `meanSquaredLogarithmicError` of `@sixstep/losses`.
 */
export function meanSquaredLogarithmicError({ name = 'meanSquaredLogarithmicError' }: NameOptions = {}): Metric {
  const each = loss({ reduction: 'none' });
  return meanMetric({
    className: 'MeanSquaredLogarithmicError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
