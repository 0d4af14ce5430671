import { meanAbsolutePercentageError as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The error in percent: 100 mean of |yTrue - yPred| / max(|yTrue|, 1e-7) over the last axis, averaged over all samples so far.
 *
 * Keras' `MeanAbsolutePercentageError`; the loss of that name is `meanAbsolutePercentageError` of `@sixstep/losses`.
 */
export const meanAbsolutePercentageError: MetricFactory = /* @__PURE__ */ lossMetric(loss);
