import { squaredHinge as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The squared hinge loss: mean of max(0, 1 - yTrue yPred)^2 over the last axis, for labels -1 and 1 (or 0 and 1), averaged over all samples so far.
 *
 * Keras' `SquaredHinge`; the loss of that name is `squaredHinge` of `@sixstep/losses`.
 */
export const squaredHinge: MetricFactory = /* @__PURE__ */ lossMetric(loss);
