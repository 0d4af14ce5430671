import { CELLS, type Cells } from './confusion.js';
import { divide } from './divide.js';

export type Curve = 'ROC' | 'PR' | 'PRGAIN';
export type SummationMethod = 'interpolation' | 'minoring' | 'majoring';

/** The counts at one threshold: true and false positives, true and false negatives. */
type Point = readonly [tp: number, fp: number, tn: number, fn: number];

/** Where a point stands on each curve. */
export const CURVES: Readonly<Record<Curve, (point: Point) => readonly [x: number, y: number]>> = {
  ROC: ([tp, fp, tn, fn]) => [divide(fp, fp + tn), divide(tp, tp + fn)],
  PR: ([tp, fp, , fn]) => [divide(tp, tp + fn), divide(tp, tp + fp)],
  PRGAIN([tp, fp, tn, fn]) {
    const scale = divide(tp + fn, tn + fp);
    return tp === 0 ? [0, 1] : [Math.max(0, 1 - (scale * fn) / tp), 1 - (scale * fp) / tp];
  },
};

/** How high the area between two points is. */
export const HEIGHTS: Readonly<Record<SummationMethod, (a: number, b: number) => number>> = {
  interpolation: (a, b) => (a + b) / 2,
  minoring: Math.min,
  majoring: Math.max,
};

/**
 * The area under precision-recall between two points, interpolated as Davis and Goadrich do (2006, "The relationship
 * between precision-recall and ROC curves"): true positives grow linearly with all positives.
 */
function interpolated([tpA, fpA]: Point, [tp, fp, , fn]: Point): number {
  const [gain, before, after] = [tpA - tp, tpA + fpA, tp + fp];
  const slope = divide(gain, Math.max(before - after, 0));
  const ratio = before > 0 && after > 0 ? before / after : 1;
  return divide(slope * (gain + (tp - slope * after) * Math.log(ratio)), tp + fn);
}

/** The area under the curve of one column, from the lowest threshold, where most is positive, to the highest. */
export function area(cells: Cells, columns: number, column: number, curve: Curve, method: SummationMethod): number {
  const at = (i: number): Point => CELLS.map((cell) => Math.fround(cells[cell][i]!)) as unknown as Point;
  let sum = 0;
  for (let i = column; i + columns < cells.truePositives.length; i += columns) {
    const [a, b] = [at(i), at(i + columns)];
    const [[xa, ya], [xb, yb]] = [CURVES[curve](a), CURVES[curve](b)];
    sum += curve === 'PR' && method === 'interpolation' ? interpolated(a, b) : (xa - xb) * HEIGHTS[method](ya, yb);
  }
  return sum;
}
