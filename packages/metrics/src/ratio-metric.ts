import { each, expectInteger, fraction, integer } from '@sixstep/parts';
import { confusionOf, oneOrAll } from './confusion-of.js';
import { defineMetric } from './define-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { NEVER, select, type Selection } from './select.js';
import type { Thresholds } from './thresholds.js';

export interface RatioOptions extends NameOptions, Selection {
  /** In [0, 1]; 0.5 by default, none with `topK`. Several give several results. */
  readonly thresholds?: Thresholds;
}

/** What makes such a metric; a list of thresholds gives a list of results. */
export interface RatioFactory {
  (options?: RatioOptions & { readonly thresholds?: number | null }): Metric;
  (options: RatioOptions): Metric<number | readonly number[]>;
}

/** truePositives / (truePositives + other): `precision` and `recall`. */
export const ratioMetric = (className: string, other: 'falsePositives' | 'falseNegatives'): RatioFactory => {
  const defaults = {
    thresholds: [null, each(fraction)],
    topK: [null, expectInteger],
    classId: [null, integer],
  } as const;
  return ((options: RatioOptions = {}) =>
    defineMetric(className, options, defaults, (selection) =>
      confusionOf({
        direction: 'up',
        thresholds: [selection.thresholds ?? (selection.topK === null ? 0.5 : NEVER)].flat(),
        prepare: (batch, place) => select(batch, selection, place),
        keep: ({ truePositives, [other]: wrong }) => ({ truePositives, [other]: wrong }),
        result: ({ truePositives, [other]: wrong }) =>
          oneOrAll(truePositives!.map((right, i) => divide(right, right + wrong![i]!))),
      }),
    )) as RatioFactory;
};
