import { expectNumber } from '@sixstep/parts';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { elementwise, readPair } from './pair.js';

export interface BinaryAccuracyOptions extends NameOptions {
  readonly threshold?: number;
}

/**
 * How often a probability is on its label's side: mean of [yTrue = [yPred > threshold]], for labels 0 and 1. Keras'
 * `BinaryAccuracy`.
 *
 * @param options.threshold 0.5 by default
 */
export function binaryAccuracy({ threshold = 0.5, name = 'binaryAccuracy' }: BinaryAccuracyOptions = {}): Metric {
  const limit = Math.fround(expectNumber(name, 'threshold', threshold));
  return meanMetric({
    className: 'BinaryAccuracy',
    name,
    direction: 'up',
    config: { threshold },
    values: (yTrue, yPred) => elementwise(readPair(yTrue, yPred, name), (t, p) => (t === (p > limit ? 1 : 0) ? 1 : 0)),
  });
}
