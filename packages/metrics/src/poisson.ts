import { poisson as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The Poisson loss: mean of yPred - yTrue log(yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `Poisson`; the loss of that name is `poisson` of `@sixstep/losses`.
 */
export const poisson: MetricFactory = /* @__PURE__ */ lossMetric(loss);
