import { expectInteger } from '@sixstep/parts';
import { defineMetric } from './define-metric.js';
import { inTopK } from './in-top-k.js';
import type { Metric } from './metric.js';
import { rowAccuracy } from './row-accuracy.js';
import type { TopKOptions } from './top-k-categorical-accuracy.js';
import { read } from './values.js';

export interface SparseTopKOptions extends TopKOptions {
  /** Whether yPred holds class numbers, the likeliest first, instead of probabilities. */
  readonly fromSortedIds?: boolean;
}

/**
 * How often the right class is among the k likeliest, for integer labels. Classes as likely as the k-th count as well.
 * Keras' `SparseTopKCategoricalAccuracy`.
 *
 * @param options.k 5 by default
 * @param options.fromSortedIds false by default
 */
export function sparseTopKCategoricalAccuracy(options: SparseTopKOptions = {}): Metric {
  const defaults = { k: [5, expectInteger], fromSortedIds: false } as const;
  return defineMetric('SparseTopKCategoricalAccuracy', options, defaults, ({ k, fromSortedIds }) =>
    rowAccuracy(
      read,
      fromSortedIds
        ? (label, data, start, end) => data.subarray(start, Math.min(start + k, end)).includes(label)
        : inTopK(k),
    ),
  );
}
