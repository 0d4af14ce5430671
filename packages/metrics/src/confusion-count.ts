import type { Cells } from './confusion.js';
import { confusionMetric, oneOrAll } from './confusion-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { listThresholds, type Thresholds } from './thresholds.js';

export interface ConfusionCountOptions extends NameOptions {
  /** In [0, 1]; 0.5 by default. Several give several counts. */
  readonly thresholds?: Thresholds;
}

/** One cell of the confusion matrix: `truePositives` and its like. */
export function confusionCount(
  className: string,
  cell: keyof Cells,
  { thresholds = null, name = cell }: ConfusionCountOptions,
): Metric<number | readonly number[]> {
  return confusionMetric({
    className,
    name,
    config: { thresholds },
    thresholds: listThresholds(name, thresholds, 0.5),
    cells: { accumulator: cell },
    result: ({ accumulator }) => oneOrAll(accumulator),
  });
}
