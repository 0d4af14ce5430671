import { meanSquaredLogarithmicError as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The squared error of logarithms: mean of (log(1 + yTrue) - log(1 + yPred))^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredLogarithmicError`; the loss of that name is `meanSquaredLogarithmicError` of `@sixstep/losses`.
 */
export function meanSquaredLogarithmicError({ name = 'meanSquaredLogarithmicError' }: NameOptions = {}): Metric {
  return lossMetric('MeanSquaredLogarithmicError', name, loss);
}
