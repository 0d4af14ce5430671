import { hinge as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The hinge loss: mean of max(0, 1 - yTrue yPred) over the last axis, for labels -1 and 1 (or 0 and 1), averaged over all samples so far.
 *
 * Keras' `Hinge`; the loss of that name is `hinge` of `@sixstep/losses`.
 */
export const hinge: MetricFactory = /* @__PURE__ */ lossMetric(loss);
