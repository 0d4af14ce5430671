import type { Cells } from './confusion.js';
import { divide } from './divide.js';

export type Curve = 'ROC' | 'PR' | 'PRGAIN';
export type SummationMethod = 'interpolation' | 'minoring' | 'majoring';

/** The counts at one threshold. */
interface Point {
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

/** Where a point stands on the curve. */
function coordinates(curve: Curve, { tp, fp, tn, fn }: Point): readonly [x: number, y: number] {
  if (curve === 'ROC') return [divide(fp, fp + tn), divide(tp, tp + fn)];
  if (curve === 'PR') return [divide(tp, tp + fn), divide(tp, tp + fp)];
  if (tp === 0) return [0, 1];
  const scale = divide(tp + fn, tn + fp);
  return [Math.max(0, 1 - scale * divide(fn, tp)), 1 - scale * divide(fp, tp)];
}

/**
 * The area under precision-recall between two points, interpolated as Davis and Goadrich do (2006, "The relationship
 * between precision-recall and ROC curves"): true positives grow linearly with all positives.
 */
function interpolated(a: Point, b: Point): number {
  const [gain, before, after] = [a.tp - b.tp, a.tp + a.fp, b.tp + b.fp];
  const slope = divide(gain, Math.max(before - after, 0));
  const intercept = b.tp - slope * after;
  const ratio = before > 0 && after > 0 ? before / after : 1;
  return divide(slope * (gain + intercept * Math.log(ratio)), Math.max(b.tp + b.fn, 0));
}

/** The area under the curve of one label, from the lowest threshold, where most is positive, to the highest. */
export function area(cells: Cells, columns: number, column: number, curve: Curve, method: SummationMethod): number {
  const at = (i: number): Point => ({
    tp: Math.fround(cells.truePositives[i * columns + column]!),
    fp: Math.fround(cells.falsePositives[i * columns + column]!),
    tn: Math.fround(cells.trueNegatives[i * columns + column]!),
    fn: Math.fround(cells.falseNegatives[i * columns + column]!),
  });
  let sum = 0;
  for (let i = 0; i + 1 < cells.truePositives.length / columns; i++) {
    const [a, b] = [at(i), at(i + 1)];
    if (curve === 'PR' && method === 'interpolation') {
      sum += interpolated(a, b);
      continue;
    }
    const [[xa, ya], [xb, yb]] = [coordinates(curve, a), coordinates(curve, b)];
    const height =
      method === 'interpolation' ? (ya + yb) / 2 : method === 'minoring' ? Math.min(ya, yb) : Math.max(ya, yb);
    sum += (xa - xb) * height;
  }
  return sum;
}
