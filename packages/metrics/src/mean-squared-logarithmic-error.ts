import { meanSquaredLogarithmicError as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The squared error of logarithms: mean of (log(1 + yTrue) - log(1 + yPred))^2 over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanSquaredLogarithmicError`; the loss of that name is `meanSquaredLogarithmicError` of `@sixstep/losses`.
 */
export const meanSquaredLogarithmicError: MetricFactory = /* @__PURE__ */ lossMetric(loss);
