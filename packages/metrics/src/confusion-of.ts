import { type Batch, columnsOf, readBatch } from './batch.js';
import { type Cells, confusion, emptyCells } from './confusion.js';
import type { Counts } from './create-metric.js';
import type { Additive } from './define-metric.js';

/** What makes a metric out of the cells of the confusion matrix at thresholds. */
export interface ConfusionDefinition<State extends Counts, Result extends number | readonly number[]> {
  readonly direction?: 'up';
  readonly thresholds: readonly number[];
  /** Whether the thresholds divide [0, 1] evenly; looked up by default. */
  readonly even?: boolean | undefined;
  /** How many columns are counted apart, 0 if the first batch tells; all are counted together without. */
  readonly columns?: number | undefined;
  /** Changes a batch before it is counted. */
  readonly prepare?: (batch: Batch, place: string) => Batch;
  /** What is kept of the cells. */
  readonly keep: (cells: Cells) => State;
  readonly result: (state: State) => Result;
}

/** What counts cells of the confusion matrix, one count for each threshold (and column). */
export function confusionOf<State extends Counts, Result extends number | readonly number[]>({
  direction,
  thresholds,
  even,
  columns,
  prepare = (batch) => batch,
  keep,
  result,
}: ConfusionDefinition<State, Result>): Additive<State, Result> {
  const cellsOf = confusion(thresholds, even);
  return {
    direction,
    start: () => keep(emptyCells(thresholds.length * (columns ?? 1))),
    count(place, yTrue, yPred, sampleWeight) {
      const batch = prepare(readBatch(place, yTrue, yPred, sampleWeight), place);
      return keep(cellsOf(batch, columns === undefined ? 1 : columnsOf(place, batch)));
    },
    result,
  };
}

/** What is said of one value for each threshold: the value itself if there is one. */
export const oneOrAll = (values: readonly number[]): number | readonly number[] =>
  values.length === 1 ? values[0]! : [...values];
