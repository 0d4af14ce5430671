import type { Metric } from './metric.js';
import { ratioMetric, type RatioOptions } from './ratio-metric.js';

/**
 * How many of the positives are predicted so: TP / (TP + FN), 0 where there are none. Keras' `Recall`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 * @param options.topK only the k largest predictions of a row can be positive (then no threshold by default)
 * @param options.classId only this class is looked at
 */
export function recall(options?: RatioOptions & { thresholds?: number | null }): Metric;
export function recall(options: RatioOptions): Metric<number | readonly number[]>;
export function recall({ name = 'recall', ...options }: RatioOptions = {}): Metric<number | readonly number[]> {
  return ratioMetric('Recall', 'falseNegatives', name, options);
}
