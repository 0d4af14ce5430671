import { categoricalHinge as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The categorical hinge loss: max(0, 1 + max of (1 - yTrue) yPred - sum of yTrue yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `CategoricalHinge`; the loss of that name is `categoricalHinge` of `@sixstep/losses`.
 */
export const categoricalHinge: MetricFactory = /* @__PURE__ */ lossMetric(loss);
