import { meanAbsoluteError as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The absolute error: mean of |yTrue - yPred| over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsoluteError`; the loss of that name is `meanAbsoluteError` of `@sixstep/losses`.
 */
export const meanAbsoluteError: MetricFactory = /* @__PURE__ */ lossMetric(loss);
