import { argmaxOf } from './argmax.js';
import { defineMetric } from './define-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { rowAccuracy } from './row-accuracy.js';
import { read } from './values.js';

/**
 * How often the likeliest class is the right one, for integer labels: mean of [yTrue = argmax yPred]. Keras'
 * `SparseCategoricalAccuracy`. Labels may have a last dimension of 1.
 */
export function sparseCategoricalAccuracy(options: NameOptions = {}): Metric {
  return defineMetric('SparseCategoricalAccuracy', options, {}, () =>
    rowAccuracy(read, (label, data, start, end) => label === argmaxOf(data, start, end)),
  );
}
