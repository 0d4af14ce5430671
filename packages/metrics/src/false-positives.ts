import { confusionCount, type ConfusionCountOptions } from './confusion-count.js';
import type { Metric } from './metric.js';

/**
 * The weighted number of samples that are negative and predicted positive. Keras' `FalsePositives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export function falsePositives(options?: ConfusionCountOptions & { thresholds?: number | null }): Metric;
export function falsePositives(options: ConfusionCountOptions): Metric<number | readonly number[]>;
export function falsePositives(options: ConfusionCountOptions = {}): Metric<number | readonly number[]> {
  return confusionCount('FalsePositives', 'falsePositives', options);
}
