import { expectInteger } from '@sixstep/parts';
import type { Cells } from './confusion.js';
import { confusionMetric, oneOrAll } from './confusion-metric.js';
import { divide } from './divide.js';
import { NEVER } from './keep-top-k.js';
import type { Metric, NameOptions } from './metric.js';
import { listThresholds, type Thresholds } from './thresholds.js';

export interface RatioOptions extends NameOptions {
  /** In [0, 1]; 0.5 by default, none with `topK`. Several give several results. */
  readonly thresholds?: Thresholds;
  /** Only the k largest predictions of a row can be positive. */
  readonly topK?: number | null;
  /** Only this class is looked at. */
  readonly classId?: number | null;
}

/** truePositives / (truePositives + other): `precision` and `recall`. */
export function ratioMetric(
  className: string,
  other: 'falsePositives' | 'falseNegatives',
  name: string,
  { thresholds = null, topK = null, classId = null }: RatioOptions,
): Metric<number | readonly number[]> {
  if (topK !== null) expectInteger(name, 'topK', topK);
  return confusionMetric({
    className,
    name,
    direction: 'up',
    config: { thresholds, topK, classId },
    thresholds: listThresholds(name, thresholds, topK === null ? 0.5 : NEVER),
    selection: { topK, classId },
    cells: { truePositives: 'truePositives', [other]: other } as Record<'truePositives' | typeof other, keyof Cells>,
    result: (state) => oneOrAll(state.truePositives.map((tp, i) => divide(tp, tp + state[other][i]!))),
  });
}
