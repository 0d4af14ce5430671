import { expectInteger, expectOneOf, formatShape } from '@sixstep/parts';
import { broadcast } from './broadcast.js';
import { createMetric } from './create-metric.js';
import { sized } from './sized.js';
import type { Metric, NameOptions } from './metric.js';
import { float32Range } from './float32-range.js';
import { readPair } from './pair.js';
import { read, total } from './values.js';

export interface R2ScoreOptions extends NameOptions {
  /** How the scores of the columns become one; null gives each. */
  readonly classAggregation?: 'uniformAverage' | 'varianceWeightedAverage' | null;
  /** The number of independent regressors, for the adjusted score; 0 for the plain one. */
  readonly numRegressors?: number;
}

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
export function r2Score({
  classAggregation = 'uniformAverage',
  numRegressors = 0,
  name = 'r2Score',
}: R2ScoreOptions = {}): Metric<number | readonly number[]> {
  if (classAggregation !== null) {
    expectOneOf(name, 'classAggregation', classAggregation, ['uniformAverage', 'varianceWeightedAverage']);
  }
  expectInteger(name, 'numRegressors', numRegressors, { min: 0 });
  return createMetric({
    className: 'R2Score',
    name,
    direction: 'up',
    config: { classAggregation, numRegressors },
    start: () => ({
      numSamples: 0,
      squaredSum: [] as number[],
      sum: [] as number[],
      residual: [] as number[],
      count: [] as number[],
    }),
    update(state, labels, predictions, sampleWeight) {
      const { yTrue, yPred, shape } = readPair(labels, predictions, name);
      if (shape.length !== 2) {
        throw new Error(`${name}: expected yTrue and yPred of shape [batch, outputs], received ${formatShape(shape)}.`);
      }
      const columns = shape[1]!;
      for (const key of ['squaredSum', 'sum', 'residual', 'count'] as const)
        state[key] = sized(state[key], columns, name);
      let weights: ArrayLike<number> | undefined;
      if (sampleWeight !== undefined) {
        const { data, shape: given } = read(sampleWeight);
        weights = broadcast({ data, shape: given.length === 1 ? [...given, 1] : given }, shape, name, 'sampleWeight');
      }
      for (let i = 0; i < yTrue.length; i++) {
        const [y, w, c] = [yTrue[i]!, weights?.[i] ?? 1, i % columns];
        state.sum[c]! += w * y;
        state.squaredSum[c]! += float32Range(w * y * y);
        state.residual[c]! += float32Range(w * (y - yPred[i]!) ** 2);
        state.count[c]! += w;
      }
      state.numSamples += yTrue.length;
    },
    result({ numSamples: n, squaredSum, sum, residual, count }) {
      const spread = squaredSum.map((squares, c) => squares - float32Range(sum[c]! * (sum[c]! / count[c]!)));
      const scores = residual
        .map((error, c) => 1 - error / spread[c]!)
        .map((r2) => (Math.abs(r2) === Infinity ? 0 : r2));
      const adjusted = (r2: number): number =>
        numRegressors === 0 || numRegressors >= n - 1 ? r2 : 1 - ((1 - r2) * (n - 1)) / (n - numRegressors - 1);
      if (classAggregation === null) return scores.map(adjusted);
      if (classAggregation === 'uniformAverage') return adjusted(total(scores) / scores.length);
      return adjusted(total(scores.map((r2, c) => r2 * spread[c]!)) / total(spread));
    },
  });
}
