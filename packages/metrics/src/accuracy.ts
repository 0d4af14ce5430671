import { equal } from '@tensorflow/tfjs-core';
import { formulaMetric } from './formula-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * How often yPred equals yTrue: mean of [yTrue = yPred]. Keras' `Accuracy`.
 *
 * For labels on both sides; where yPred holds probabilities, take `binaryAccuracy`, `categoricalAccuracy` or
 * `sparseCategoricalAccuracy`. (The name `'accuracy'` in `compile` chooses among these three.)
 */
export function accuracy(options: NameOptions = {}): Metric {
  return formulaMetric('Accuracy', 'up', options, {}, () => equal);
}
