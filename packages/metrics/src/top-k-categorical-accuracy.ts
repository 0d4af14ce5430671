import { expectInteger } from '@sixstep/parts';
import { argmax } from './argmax.js';
import { defineMetric } from './define-metric.js';
import { inTopK } from './in-top-k.js';
import type { Metric, NameOptions } from './metric.js';
import { rowAccuracy } from './row-accuracy.js';
import { read } from './values.js';

export interface TopKOptions extends NameOptions {
  readonly k?: number;
}

/**
 * How often the right class is among the k likeliest, for one-hot labels. Classes as likely as the k-th count as well.
 * Keras' `TopKCategoricalAccuracy`.
 *
 * @param options.k 5 by default
 */
export function topKCategoricalAccuracy(options: TopKOptions = {}): Metric {
  return defineMetric('TopKCategoricalAccuracy', options, { k: [5, expectInteger] }, ({ k }) =>
    rowAccuracy((yTrue) => argmax(read(yTrue)), inTopK(k)),
  );
}
