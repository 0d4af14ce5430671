import { equal, greater } from '@tensorflow/tfjs-core';
import { formulaMetric } from './formula-metric.js';
import type { Metric, NameOptions } from './metric.js';

export interface BinaryAccuracyOptions extends NameOptions {
  readonly threshold?: number;
}

/**
 * How often a probability is on its label's side: mean of [yTrue = [yPred > threshold]], for labels 0 and 1. Keras'
 * `BinaryAccuracy`.
 *
 * @param options.threshold 0.5 by default
 */
export function binaryAccuracy(options: BinaryAccuracyOptions = {}): Metric {
  return formulaMetric(
    'BinaryAccuracy',
    'up',
    options,
    { threshold: 0.5 },
    ({ threshold }) =>
      (yTrue, yPred) =>
        equal(yTrue, greater(yPred, threshold)),
  );
}
