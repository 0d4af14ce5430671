import { within } from '@sixstep/parts';
import { fScore, type FScoreOptions } from './f-score.js';
import type { Metric } from './metric.js';

export interface FBetaScoreOptions extends FScoreOptions {
  /** How much more recall counts than precision; above 0. */
  readonly beta?: number;
}

/**
 * The weighted harmonic mean of precision P and recall R: (1 + beta^2) P R / (beta^2 P + R), for one-hot or multi-hot
 * labels. Keras' `FBetaScore`.
 *
 * @param options.beta 1 by default
 * @param options.average how the classes' scores become one: over all counts together (`'micro'`), their mean (`'macro'`),
 * their mean weighted by how often each is true (`'weighted'`), or null (default) for each class
 * @param options.threshold a class is predicted if yPred > threshold; without it, if yPred is the largest of its row
 */
export function fBetaScore(options?: FBetaScoreOptions & { average?: null }): Metric<readonly number[]>;
export function fBetaScore(options: FBetaScoreOptions & { average: 'micro' | 'macro' | 'weighted' }): Metric;
export function fBetaScore(options?: FBetaScoreOptions): Metric<number | readonly number[]>;
export function fBetaScore(options: FBetaScoreOptions = {}): Metric<number | readonly number[]> {
  const { name = 'fbetaScore' } = options;
  return fScore('FBetaScore', { ...options, name }, { beta: [1, within({ above: 0 })] });
}
