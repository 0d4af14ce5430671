import { meanSquaredError as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The squared error: mean of (yTrue - yPred)^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredError`; the loss of that name is `meanSquaredError` of `@sixstep/losses`.
 */
export const meanSquaredError: MetricFactory = /* @__PURE__ */ lossMetric(loss);
