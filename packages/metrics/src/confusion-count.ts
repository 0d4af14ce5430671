import { addConfusion, type Cells, emptyCells } from './confusion.js';
import { confusionInputs } from './confusion-inputs.js';
import { createMetric } from './create-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { areEven, listThresholds, type Thresholds } from './thresholds.js';
import { read } from './values.js';

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
  const list = listThresholds(name, thresholds, 0.5);
  const cuts = { thresholds: list, even: areEven(list) };
  return createMetric({
    className,
    name,
    config: { thresholds },
    start: () => ({ accumulator: new Array<number>(list.length).fill(0) }),
    update(state, yTrue, yPred, sampleWeight) {
      const cells = emptyCells(list.length);
      addConfusion(
        cells,
        confusionInputs(read(yTrue), read(yPred), sampleWeight && read(sampleWeight), {}, name),
        cuts,
        1,
      );
      state.accumulator = state.accumulator.map((count, i) => count + cells[cell]![i]!);
    },
    result: ({ accumulator }) => (accumulator.length === 1 ? accumulator[0]! : [...accumulator]),
  });
}
