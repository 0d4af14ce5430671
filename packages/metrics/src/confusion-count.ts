import { each, fraction } from '@sixstep/parts';
import { camelCase } from './camel-case.js';
import type { Cells } from './confusion.js';
import { confusionOf, oneOrAll } from './confusion-of.js';
import { defineMetric } from './define-metric.js';
import type { Metric, NameOptions } from './metric.js';
import type { Thresholds } from './thresholds.js';

export interface ConfusionCountOptions extends NameOptions {
  /** In [0, 1]; 0.5 by default. Several give several counts. */
  readonly thresholds?: Thresholds;
}

/** What makes a metric that counts; a list of thresholds gives a list of counts. */
export interface ConfusionCountFactory {
  (options?: ConfusionCountOptions & { readonly thresholds?: number | null }): Metric;
  (options: ConfusionCountOptions): Metric<number | readonly number[]>;
}

/** Counts one cell of the confusion matrix, which is called like the class: `truePositives` and its like. */
export const confusionCount = (className: string): ConfusionCountFactory =>
  ((options: ConfusionCountOptions = {}) =>
    defineMetric(className, options, { thresholds: [null, each(fraction)] }, ({ thresholds }) =>
      confusionOf({
        thresholds: [thresholds ?? 0.5].flat(),
        keep: (cells) => ({ accumulator: cells[camelCase(className) as keyof Cells] }),
        result: ({ accumulator }) => oneOrAll(accumulator),
      }),
    )) as ConfusionCountFactory;
