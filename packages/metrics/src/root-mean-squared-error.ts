import { squaredDifference } from '@tensorflow/tfjs-core';
import { formulaMetric } from './formula-metric.js';
import type { Metric, NameOptions } from './metric.js';

/** The root of the mean squared error over all samples so far: sqrt(mean of (yTrue - yPred)^2). Keras' `RootMeanSquaredError`. */
export function rootMeanSquaredError(options: NameOptions = {}): Metric {
  return formulaMetric('RootMeanSquaredError', 'down', options, {}, () => squaredDifference, Math.sqrt);
}
