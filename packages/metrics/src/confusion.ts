import type { ConfusionInputs } from './confusion-inputs.js';

/** The counts of the four cells, one for each threshold (and label: threshold * labels + label). */
export type Cells = {
  truePositives: number[];
  falsePositives: number[];
  trueNegatives: number[];
  falseNegatives: number[];
};

/** Where predictions are cut. */
export interface Cuts {
  readonly thresholds: readonly number[];
  /** Whether the thresholds divide [0, 1] evenly. */
  readonly even: boolean;
}

/** All cells at 0. */
export function emptyCells(length: number): Cells {
  const zeros = (): number[] => new Array<number>(length).fill(0);
  return { truePositives: zeros(), falsePositives: zeros(), trueNegatives: zeros(), falseNegatives: zeros() };
}

/**
 * Adds a batch: a prediction is positive at a threshold if it is above it.
 *
 * With even thresholds a prediction p, cut to [0, 1], is above threshold k if k <= ceil(p (n - 1)) - 1, computed in
 * float32 as Keras does; NaN is above none.
 *
 * @param columns how many labels are counted apart: those of the last axis, or 1 to count all together
 */
export function addConfusion(to: Cells, inputs: ConfusionInputs, cuts: Cuts, columns: number): void {
  const { labels, predictions, weights } = inputs;
  const n = cuts.thresholds.length;
  const [positives, negatives] = [new Float64Array(n * columns), new Float64Array(n * columns)];
  const [allPositives, allNegatives] = [new Float64Array(columns), new Float64Array(columns)];
  const highest = cuts.even ? highestEven(cuts.thresholds) : highestSorted(cuts.thresholds);
  for (let i = 0; i < predictions.length; i++) {
    const [column, weight, isPositive] = [i % columns, weights === undefined ? 1 : weights[i]!, labels[i] !== 0];
    const rank = highest.rank(predictions[i]!);
    (isPositive ? allPositives : allNegatives)[column]! += weight;
    if (rank >= 0) (isPositive ? positives : negatives)[rank * columns + column]! += weight;
  }
  for (let column = 0; column < columns; column++) {
    let [tp, fp] = [0, 0];
    for (let k = n - 1; k >= 0; k--) {
      tp += positives[k * columns + column]!;
      fp += negatives[k * columns + column]!;
      const at = highest.order[k]! * columns + column;
      to.truePositives[at]! += tp;
      to.falsePositives[at]! += fp;
      to.trueNegatives[at]! += allNegatives[column]! - fp;
      to.falseNegatives[at]! += allPositives[column]! - tp;
    }
  }
}

/** How a prediction is placed among the thresholds. */
interface Ranking {
  /** The thresholds' indices from the lowest to the highest. */
  readonly order: readonly number[];
  /** How many thresholds are below the prediction, minus 1; -1 for none. */
  readonly rank: (prediction: number) => number;
}

function highestEven(thresholds: readonly number[]): Ranking {
  const n = thresholds.length;
  const least = thresholds[0]! < 0 || thresholds[n - 1]! > 1 ? 0 : -1;
  return {
    order: thresholds.map((_, i) => i),
    rank: (p) => {
      const bucket = Math.ceil(Math.fround(Math.min(Math.max(p, 0), 1) * (n - 1))) - 1;
      return bucket >= least ? bucket : bucket < least ? least : -1;
    },
  };
}

function highestSorted(thresholds: readonly number[]): Ranking {
  const order = thresholds.map((_, i) => i).sort((a, b) => thresholds[a]! - thresholds[b]!);
  const sorted = order.map((i) => Math.fround(thresholds[i]!));
  return {
    order,
    rank: (p) => {
      let rank = -1;
      while (rank + 1 < sorted.length && p > sorted[rank + 1]!) rank++;
      return rank;
    },
  };
}
