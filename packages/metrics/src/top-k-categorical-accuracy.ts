import { expectInteger } from '@sixstep/parts';
import { argmax } from './argmax.js';
import { inTopK } from './in-top-k.js';
import { expectTargets } from './expect-targets.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
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
export function topKCategoricalAccuracy({ k = 5, name = 'topKCategoricalAccuracy' }: TopKOptions = {}): Metric {
  expectInteger(name, 'k', k);
  return meanMetric({
    className: 'TopKCategoricalAccuracy',
    name,
    direction: 'up',
    config: { k },
    values(yTrue, yPred) {
      const [targets, predictions] = [argmax(read(yTrue)), read(yPred)];
      expectTargets(name, targets, predictions);
      return { data: inTopK(targets.data, predictions, k), shape: targets.shape };
    },
  });
}
