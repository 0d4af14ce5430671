import { castLike } from './cast-like.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { elementwise, pairUp } from './pair.js';
import { read } from './values.js';

/**
 * How often yPred equals yTrue: mean of [yTrue = yPred]. Keras' `Accuracy`.
 *
 * For labels on both sides; where yPred holds probabilities, take `binaryAccuracy`, `categoricalAccuracy` or
 * `sparseCategoricalAccuracy`. (The name `'accuracy'` in `compile` chooses among these three.)
 */
export function accuracy({ name = 'accuracy' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'Accuracy',
    name,
    direction: 'up',
    values: (yTrue, yPred) =>
      elementwise(pairUp(castLike(read(yTrue), yTrue, yPred), read(yPred), name), (t, p) => (t === p ? 1 : 0)),
  });
}
