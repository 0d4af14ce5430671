import { klDivergence as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The Kullback-Leibler divergence: sum of yTrue log(yTrue / yPred) over the last axis, averaged over all samples so far.
 *
 * Keras' `KLDivergence`; the loss of that name is `klDivergence` of `@sixstep/losses`.
 */
export const klDivergence: MetricFactory = /* @__PURE__ */ lossMetric(loss);
