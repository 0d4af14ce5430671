import { argmax } from './argmax.js';
import { matches } from './matches.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

const HINT = 'Give both as one row per sample, e.g. [32, 10], or take sparseCategoricalAccuracy for integer labels.';

/**
 * How often the likeliest class is the right one, for one-hot labels: mean of [argmax yTrue = argmax yPred]. Keras'
 * `CategoricalAccuracy`.
 */
export function categoricalAccuracy({ name = 'categoricalAccuracy' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'CategoricalAccuracy',
    name,
    direction: 'up',
    values: (yTrue, yPred) => matches(argmax(read(yTrue)), argmax(read(yPred)), name, HINT),
  });
}
