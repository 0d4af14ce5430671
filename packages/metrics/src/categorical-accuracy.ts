import { argmax, argmaxOf } from './argmax.js';
import { defineMetric } from './define-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { rowAccuracy } from './row-accuracy.js';
import { read } from './values.js';

/**
 * How often the likeliest class is the right one, for one-hot labels: mean of [argmax yTrue = argmax yPred]. Keras'
 * `CategoricalAccuracy`.
 */
export function categoricalAccuracy(options: NameOptions = {}): Metric {
  return defineMetric('CategoricalAccuracy', options, {}, () =>
    rowAccuracy(
      (yTrue) => argmax(read(yTrue)),
      (label, data, start, end) => label === argmaxOf(data, start, end),
    ),
  );
}
