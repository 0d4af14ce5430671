import { confusionCount, type ConfusionCountOptions } from './confusion-count.js';
import type { Metric } from './metric.js';

/**
 * The weighted number of samples that are negative and predicted so. Keras' `TrueNegatives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export function trueNegatives(options?: ConfusionCountOptions & { thresholds?: number | null }): Metric;
export function trueNegatives(options: ConfusionCountOptions): Metric<number | readonly number[]>;
export function trueNegatives(options: ConfusionCountOptions = {}): Metric<number | readonly number[]> {
  return confusionCount('TrueNegatives', 'trueNegatives', options);
}
