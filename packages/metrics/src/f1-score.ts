import { fScore, type FScoreOptions } from './f-score.js';
import type { Metric } from './metric.js';

/**
 * The harmonic mean of precision P and recall R: 2 P R / (P + R), for one-hot or multi-hot labels. Keras' `F1Score`.
 *
 * @param options.average how the classes' scores become one: over all counts together (`'micro'`), their mean (`'macro'`),
 * their mean weighted by how often each is true (`'weighted'`), or null (default) for each class
 * @param options.threshold a class is predicted if yPred > threshold; without it, if yPred is the largest of its row
 */
export function f1Score(options?: FScoreOptions & { average?: null }): Metric<readonly number[]>;
export function f1Score(options: FScoreOptions & { average: 'micro' | 'macro' | 'weighted' }): Metric;
export function f1Score(options?: FScoreOptions): Metric<number | readonly number[]>;
export function f1Score(options: FScoreOptions = {}): Metric<number | readonly number[]> {
  return fScore('F1Score', options, {});
}
