import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { elementwise, readPair } from './pair.js';

/** The root of the mean squared error over all samples so far: sqrt(mean of (yTrue - yPred)^2). Keras' `RootMeanSquaredError`. */
export function rootMeanSquaredError({ name = 'rootMeanSquaredError' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'RootMeanSquaredError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => elementwise(readPair(yTrue, yPred, name), (t, p) => Math.fround(p - t) ** 2),
    result: Math.sqrt,
  });
}
