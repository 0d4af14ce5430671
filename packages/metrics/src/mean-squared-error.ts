import { meanSquaredError as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The squared error: mean of (yTrue - yPred)^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredError`; the loss of that name is `meanSquaredError` of `@sixstep/losses`.
 */
export function meanSquaredError({ name = 'meanSquaredError' }: NameOptions = {}): Metric {
  return lossMetric('MeanSquaredError', name, loss);
}
