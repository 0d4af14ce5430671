import { expectInteger, expectNumber } from '@sixstep/parts';
import { addConfusion, type Cells, emptyCells } from './confusion.js';
import { confusionInputs } from './confusion-inputs.js';
import { createMetric } from './create-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { evenThresholds } from './thresholds.js';
import { read } from './values.js';

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
  const cuts = { thresholds, even: numThresholds > 1 };
  return createMetric({
    className,
    name,
    direction: 'up',
    config: { [option]: least, numThresholds, classId },
    start: () => emptyCells(thresholds.length),
    update(state, yTrue, yPred, sampleWeight) {
      const inputs = confusionInputs(read(yTrue), read(yPred), sampleWeight && read(sampleWeight), { classId }, name);
      addConfusion(state, inputs, cuts, 1);
    },
    result(state) {
      let best = 0;
      thresholds.forEach((_, i) => {
        if (constrained(state, i) >= bound) best = Math.max(best, wanted(state, i));
      });
      return best;
    },
  });
}
