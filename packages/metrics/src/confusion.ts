import type { Batch } from './batch.js';
import { zeros } from './zeros.js';

/** The cells of the confusion matrix by their names. */
export const CELLS = ['truePositives', 'falsePositives', 'trueNegatives', 'falseNegatives'] as const;

/** The counts of the four cells, one for each threshold (and column: threshold * columns + column). */
export type Cells = Record<(typeof CELLS)[number], number[]>;

/** All cells at 0. */
export const emptyCells = (length: number): Cells => zeros(CELLS, length);

/** Whether there are at least three thresholds that divide [0, 1] evenly. */
function areEven(thresholds: readonly number[]): boolean {
  const last = thresholds.length - 1;
  return last > 1 && thresholds.every((threshold, k) => Math.abs(threshold - k / last) <= 1e-7 + 1e-5 * (k / last));
}

/**
 * What counts a batch: a prediction is positive at a threshold if it is above it.
 *
 * With even thresholds a prediction p, cut to [0, 1], is above the first ceil(p (n - 1)) ones, computed in float32 as Keras
 * does, and always above one that is negative. NaN is above none.
 *
 * @param even whether the thresholds divide [0, 1] evenly; looked up by default
 */
export function confusion(
  thresholds: readonly number[],
  even: boolean = areEven(thresholds),
): (batch: Batch, columns: number) => Cells {
  const n = thresholds.length;
  const rising = [...thresholds.keys()].sort((a, b) => thresholds[a]! - thresholds[b]!);
  const falling = rising.toReversed();
  const bounds = rising.map((k) => Math.fround(thresholds[k]!));
  const least = bounds[0]! < 0 ? 1 : 0;
  /** How many thresholds p is above. */
  const level = (p: number): number =>
    even
      ? Math.max(Math.ceil(Math.fround(Math.min(Math.max(p, 0), 1) * (n - 1))), least) || 0
      : bounds.filter((bound) => p > bound).length;
  return ({ labels, predictions, weights }, columns) => {
    const cells = emptyCells(n * columns);
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = cells;
    predictions.forEach((p, i) => {
      const [at, weight] = [level(p), weights?.[i] ?? 1];
      const [above, below] = labels[i] === 0 ? [falsePositives, trueNegatives] : [truePositives, falseNegatives];
      // At first only the highest threshold that it is above, and the lowest that it is not above.
      if (at > 0) above[rising[at - 1]! * columns + (i % columns)]! += weight;
      if (at < n) below[rising[at]! * columns + (i % columns)]! += weight;
    });
    const accumulate = (counts: number[], order: readonly number[]): void => {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (const k of order) sum = counts[k * columns + column]! += sum;
      }
    };
    accumulate(truePositives, falling);
    accumulate(falsePositives, falling);
    accumulate(trueNegatives, rising);
    accumulate(falseNegatives, rising);
    return cells;
  };
}
