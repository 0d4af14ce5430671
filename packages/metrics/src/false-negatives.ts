import { confusionCount, type ConfusionCountOptions } from './confusion-count.js';
import type { Metric } from './metric.js';

/**
 * The weighted number of samples that are positive and predicted negative. Keras' `FalseNegatives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export function falseNegatives(options?: ConfusionCountOptions & { thresholds?: number | null }): Metric;
export function falseNegatives(options: ConfusionCountOptions): Metric<number | readonly number[]>;
export function falseNegatives(options: ConfusionCountOptions = {}): Metric<number | readonly number[]> {
  return confusionCount('FalseNegatives', 'falseNegatives', options);
}
