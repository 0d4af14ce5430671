import { integerFrom, oneOf, orNull } from '@sixstep/parts';
import { columnSums } from './column-sums.js';
import { defineMetric } from './define-metric.js';
import { float32Range } from './float32-range.js';
import type { Metric, NameOptions } from './metric.js';
import { total } from './values.js';

export interface R2ScoreOptions extends NameOptions {
  /** How the scores of the columns become one; null gives each. */
  readonly classAggregation?: 'uniformAverage' | 'varianceWeightedAverage' | null;
  /** The number of independent regressors, for the adjusted score; 0 for the plain one. */
  readonly numRegressors?: number;
}

const SUMS = ['squaredSum', 'sum', 'residual', 'count'] as const;

/**
 * The coefficient of determination of each column: 1 - sum w (y - p)^2 / sum w (y - mean)^2; 0 where that is infinite (y is
 * constant), NaN where it is 0 / 0. Adjusted for p regressors and n values: 1 - (1 - r2) (n - 1) / (n - p - 1).
 *
 * Keras' `R2Score`. As in Keras, n counts all elements of yTrue, and the plain score is given while n <= p + 1.
 *
 * @param options.classAggregation the mean of the columns' scores (`'uniformAverage'`, default), weighted by the columns'
 * variance, or null for all of them
 * @param options.numRegressors 0 by default
 */
export function r2Score(options: R2ScoreOptions & { classAggregation: null }): Metric<readonly number[]>;
export function r2Score(
  options?: R2ScoreOptions & { classAggregation?: 'uniformAverage' | 'varianceWeightedAverage' },
): Metric;
export function r2Score(options?: R2ScoreOptions): Metric<number | readonly number[]>;
export function r2Score(options: R2ScoreOptions = {}): Metric<number | readonly number[]> {
  const defaults = {
    classAggregation: ['uniformAverage', orNull(oneOf('uniformAverage', 'varianceWeightedAverage'))],
    numRegressors: [0, integerFrom(0)],
  } as const;
  return defineMetric('R2Score', options, defaults, ({ classAggregation, numRegressors }) => {
    const sums = columnSums(SUMS, () => (y, p, w) => [
      float32Range(w * y * y),
      w * y,
      float32Range(w * (y - p) ** 2),
      w,
    ]);
    return {
      direction: 'up',
      start: () => ({ ...sums.start(), numSamples: 0 }),
      count: (place, yTrue, ...rest) => ({ ...sums.count(place, yTrue, ...rest), numSamples: yTrue.size }),
      result({ numSamples: n, squaredSum, sum, residual, count }) {
        const spread = squaredSum.map((squares, c) => squares - float32Range(sum[c]! * (sum[c]! / count[c]!)));
        const scores = residual
          .map((error, c) => 1 - error / spread[c]!)
          .map((r2) => (Math.abs(r2) === Infinity ? 0 : r2));
        const adjusted = (r2: number): number =>
          numRegressors === 0 || numRegressors >= n - 1 ? r2 : 1 - ((1 - r2) * (n - 1)) / (n - numRegressors - 1);
        if (classAggregation === null) return scores.map(adjusted);
        const weights = classAggregation === 'uniformAverage' ? scores.map(() => 1) : spread;
        return adjusted(total(scores.map((r2, c) => r2 * weights[c]!)) / total(weights));
      },
    };
  });
}
