import { expectInteger, fraction, integer } from '@sixstep/parts';
import type { Cells } from './confusion.js';
import { confusionOf } from './confusion-of.js';
import { defineMetric } from './define-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { select } from './select.js';
import { evenThresholds } from './thresholds.js';

export interface ConstraintOptions extends NameOptions {
  /** How many thresholds from 0 to 1 are tried. */
  readonly numThresholds?: number;
  /** Only this class is looked at. */
  readonly classId?: number | null;
}

/** A rate at a threshold, in float32 as Keras compares it. */
export type Rate = (cells: Cells, i: number) => number;

const { fround } = Math;
const rate =
  (hit: keyof Cells, miss: keyof Cells): Rate =>
  (cells, i) => {
    const [hits, misses] = [fround(cells[hit][i]!), fround(cells[miss][i]!)];
    return fround(divide(hits, fround(hits + misses)));
  };

/** TP / (TP + FN), also called recall. */
export const sensitivityRate: Rate = rate('truePositives', 'falseNegatives');
/** TN / (TN + FP) */
export const specificityRate: Rate = rate('trueNegatives', 'falsePositives');
/** TP / (TP + FP) */
export const precisionRate: Rate = rate('truePositives', 'falsePositives');

/** The largest `wanted` rate over all thresholds where the `constrained` one is at least what `option` says; 0 if nowhere. */
export function bestUnderConstraint<Option extends string>(
  className: string,
  option: Option,
  options: ConstraintOptions & Readonly<Record<Option, number>>,
  constrained: Rate,
  wanted: Rate,
): Metric {
  const defaults = { [option]: [undefined, fraction], numThresholds: [200, expectInteger], classId: [null, integer] };
  return defineMetric<ConstraintOptions, object, Cells, number>(className, options, defaults, (config) => {
    const { numThresholds, classId, [option]: least } = config as Required<typeof options>;
    const thresholds = numThresholds === 1 ? [0.5] : evenThresholds(numThresholds);
    const bound = fround(least);
    return confusionOf({
      direction: 'up',
      thresholds,
      even: numThresholds > 1,
      prepare: (batch, place) => select(batch, { classId }, place),
      keep: (cells) => cells,
      result: (cells) =>
        thresholds.reduce(
          (best, _, i) => (constrained(cells, i) >= bound ? Math.max(best, wanted(cells, i)) : best),
          0,
        ),
    });
  });
}
