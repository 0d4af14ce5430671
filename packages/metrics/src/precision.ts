import { ratioMetric, type RatioFactory } from './ratio-metric.js';

/**
 * How many of the predicted positives are positive: TP / (TP + FP), 0 where there are none. Keras' `Precision`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 * @param options.topK only the k largest predictions of a row can be positive (then no threshold by default)
 * @param options.classId only this class is looked at
 */
export const precision: RatioFactory = /* @__PURE__ */ ratioMetric('Precision', 'falsePositives');
