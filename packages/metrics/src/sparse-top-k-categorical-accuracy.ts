import { expectInteger } from '@sixstep/parts';
import { expectTargets } from './expect-targets.js';
import { inTopK } from './in-top-k.js';
import { meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import type { TopKOptions } from './top-k-categorical-accuracy.js';
import { read, type Values } from './values.js';

export interface SparseTopKOptions extends TopKOptions {
  /** Whether yPred holds class numbers, the likeliest first, instead of probabilities. */
  readonly fromSortedIds?: boolean;
}

function amongFirst(targets: ArrayLike<number>, { data, shape }: Values, k: number): Uint8Array {
  const width = shape.at(-1)!;
  return Uint8Array.from(targets, (target, row) => {
    for (let i = 0; i < Math.min(k, width); i++) if (data[row * width + i] === target) return 1;
    return 0;
  });
}

/**
 * How often the right class is among the k likeliest, for integer labels. Classes as likely as the k-th count as well.
 * Keras' `SparseTopKCategoricalAccuracy`.
 *
 * @param options.k 5 by default
 * @param options.fromSortedIds false by default
 */
export function sparseTopKCategoricalAccuracy({
  k = 5,
  fromSortedIds = false,
  name = 'sparseTopKCategoricalAccuracy',
}: SparseTopKOptions = {}): Metric {
  expectInteger(name, 'k', k);
  return meanMetric({
    className: 'SparseTopKCategoricalAccuracy',
    name,
    direction: 'up',
    config: { k, fromSortedIds },
    values(yTrue, yPred) {
      const [targets, predictions] = [read(yTrue), read(yPred)];
      expectTargets(name, targets, predictions);
      if (fromSortedIds) return { data: amongFirst(targets.data, predictions, k), shape: targets.shape };
      return { data: inTopK(Int32Array.from(targets.data as Int32Array), predictions, k), shape: targets.shape };
    },
  });
}
