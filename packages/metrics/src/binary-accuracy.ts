import { expectNumber } from '@sixstep/parts';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { readPair } from './pair.js';

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
    values(labels, predictions) {
      const { yTrue, yPred, shape } = readPair(labels, predictions, name);
      const data = new Uint8Array(yPred.length);
      for (let i = 0; i < data.length; i++) if (yTrue[i] === (yPred[i]! > limit ? 1 : 0)) data[i] = 1;
      return { data, shape };
    },
  });
}
