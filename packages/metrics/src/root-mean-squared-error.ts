import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { readPair } from './pair.js';

/** The root of the mean squared error over all samples so far: sqrt(mean of (yTrue - yPred)^2). Keras' `RootMeanSquaredError`. */
export function rootMeanSquaredError({ name = 'rootMeanSquaredError' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'RootMeanSquaredError',
    name,
    direction: 'down',
    values(labels, predictions) {
      const { yTrue, yPred, shape } = readPair(labels, predictions, name);
      const data = new Float32Array(yPred.length);
      for (let i = 0; i < data.length; i++) data[i] = Math.fround(yPred[i]! - yTrue[i]!) ** 2;
      return { data, shape };
    },
    result: Math.sqrt,
  });
}
