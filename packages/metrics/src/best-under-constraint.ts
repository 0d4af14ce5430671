import { expectInteger, expectNumber } from '@sixstep/parts';
import type { Cells } from './confusion.js';
import { confusionMetric } from './confusion-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { evenThresholds } from './thresholds.js';

export interface ConstraintOptions extends NameOptions {
  /** How many thresholds from 0 to 1 are tried. */
  readonly numThresholds?: number;
  /** Only this class is looked at. */
  readonly classId?: number | null;
}

/** A rate at a threshold, in float32 as Keras compares it. */
export type Rate = (cells: Readonly<Record<keyof Cells, readonly number[]>>, i: number) => number;

const { fround } = Math;
const rate =
  (hit: keyof Cells, miss: keyof Cells): Rate =>
  (cells, i) => {
    const [hits, misses] = [fround(cells[hit]![i]!), fround(cells[miss]![i]!)];
    return fround(divide(hits, fround(hits + misses)));
  };

/** TP / (TP + FN), also called recall. */
export const sensitivityRate: Rate = rate('truePositives', 'falseNegatives');
/** TN / (TN + FP) */
export const specificityRate: Rate = rate('trueNegatives', 'falsePositives');
/** TP / (TP + FP) */
export const precisionRate: Rate = rate('truePositives', 'falsePositives');

/** The largest `wanted` rate over all thresholds where the `constrained` one is at least what `option` says; 0 if nowhere. */
export function bestUnderConstraint(
  className: string,
  name: string,
  option: string,
  least: number,
  { numThresholds = 200, classId = null }: ConstraintOptions,
  constrained: Rate,
  wanted: Rate,
): Metric {
  const bound = fround(expectNumber(name, option, least, { min: 0, max: 1 }));
  expectInteger(name, 'numThresholds', numThresholds);
  const thresholds = numThresholds === 1 ? [0.5] : evenThresholds(numThresholds);
  return confusionMetric({
    className,
    name,
    direction: 'up',
    config: { [option]: least, numThresholds, classId },
    thresholds,
    even: numThresholds > 1,
    selection: { classId },
    cells: {
      truePositives: 'truePositives',
      falsePositives: 'falsePositives',
      trueNegatives: 'trueNegatives',
      falseNegatives: 'falseNegatives',
    },
    result: (state) =>
      thresholds.reduce((best, _, i) => (constrained(state, i) >= bound ? Math.max(best, wanted(state, i)) : best), 0),
  });
}
