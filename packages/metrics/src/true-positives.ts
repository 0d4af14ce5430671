import { confusionCount, type ConfusionCountOptions } from './confusion-count.js';
import type { Metric } from './metric.js';

/**
 * The weighted number of samples that are positive and predicted so. Keras' `TruePositives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export function truePositives(options?: ConfusionCountOptions & { thresholds?: number | null }): Metric;
export function truePositives(options: ConfusionCountOptions): Metric<number | readonly number[]>;
export function truePositives(options: ConfusionCountOptions = {}): Metric<number | readonly number[]> {
  return confusionCount('TruePositives', 'truePositives', options);
}
