import type { Config } from '@sixstep/parts';
import { addConfusion, type Cells, type Cuts, emptyCells } from './confusion.js';
import { confusionInputs, type Selection } from './confusion-inputs.js';
import { createMetric } from './create-metric.js';
import type { Metric } from './metric.js';
import { areEven } from './thresholds.js';

/** What makes a metric out of the cells of the confusion matrix at thresholds. */
export interface ConfusionDefinition<Key extends string, Result extends number | readonly number[]> {
  readonly className: string;
  readonly name: string;
  readonly direction?: 'up' | undefined;
  readonly config: Config;
  readonly thresholds: readonly number[];
  /** Whether the thresholds divide [0, 1] evenly; looked up by default. */
  readonly even?: boolean;
  readonly selection?: Selection;
  /** Which cells are kept, by their names in the state. */
  readonly cells: Readonly<Record<Key, keyof Cells>>;
  readonly result: (state: Readonly<Record<Key, readonly number[]>>) => Result;
}

/** A metric that counts cells of the confusion matrix, one count for each threshold. */
export function confusionMetric<Key extends string, Result extends number | readonly number[]>({
  thresholds,
  even = areEven(thresholds),
  selection = {},
  cells,
  ...parts
}: ConfusionDefinition<Key, Result>): Metric<Result> {
  const cuts: Cuts = { thresholds, even };
  const keys = Object.keys(cells) as Key[];
  return createMetric<Record<Key, number[]>, Result>({
    ...parts,
    start() {
      const empty = emptyCells(thresholds.length);
      return Object.fromEntries(keys.map((key) => [key, empty[cells[key]]])) as Record<Key, number[]>;
    },
    update(state, yTrue, yPred, sampleWeight) {
      const batch = emptyCells(thresholds.length);
      addConfusion(batch, confusionInputs(yTrue, yPred, sampleWeight, selection, parts.name), cuts, 1);
      for (const key of keys) batch[cells[key]].forEach((count, i) => (state[key][i]! += count));
    },
  });
}

/** What is said of one value for each threshold: the value itself if there is one. */
export const oneOrAll = (values: readonly number[]): number | readonly number[] =>
  values.length === 1 ? values[0]! : [...values];
