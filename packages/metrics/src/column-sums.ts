import { columnsOf, readBatch } from './batch.js';
import type { Additive } from './define-metric.js';
import type { Numbers } from './values.js';
import { zeros } from './zeros.js';

/** What a prediction p adds for its label y and weight w: a number for each of the sums. */
export type Terms = (y: number, p: number, w: number) => readonly number[];

/**
 * What sums over batches, for each column of yTrue and yPred apart.
 *
 * @param names those of the sums
 * @param termsOf what each prediction of a row adds
 * @param together whether all columns make one
 */
export const columnSums = <Name extends string>(
  names: readonly Name[],
  termsOf: (row: Numbers) => Terms,
  together = false,
): Pick<Additive<Record<Name, number[]>, never>, 'start' | 'count'> => ({
  start: () => zeros(names, 0),
  count(place, yTrue, yPred, sampleWeight) {
    const batch = readBatch(place, yTrue, yPred, sampleWeight);
    const columns = columnsOf(place, batch);
    const sums = zeros(names, together ? 1 : columns);
    const lists = names.map((name) => sums[name]);
    const { labels, predictions, weights } = batch;
    for (let i = 0; i < labels.length; i += columns) {
      const terms = termsOf(predictions.subarray(i, i + columns));
      for (let c = 0; c < columns; c++) {
        const added = terms(labels[i + c]!, predictions[i + c]!, weights ? weights[i + c]! : 1);
        for (let k = 0; k < lists.length; k++) lists[k]![together ? 0 : c]! += added[k]!;
      }
    }
    return sums;
  },
});
