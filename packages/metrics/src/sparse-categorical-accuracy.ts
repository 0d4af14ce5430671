import { argmax } from './argmax.js';
import { castLike } from './cast-like.js';
import { matches } from './matches.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

const HINT = 'Give integer labels, e.g. [32] for predictions [32, 10], or take categoricalAccuracy for one-hot labels.';

/**
 * How often the likeliest class is the right one, for integer labels: mean of [yTrue = argmax yPred]. Keras'
 * `SparseCategoricalAccuracy`. Labels may have a last dimension of 1.
 */
export function sparseCategoricalAccuracy({ name = 'sparseCategoricalAccuracy' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'SparseCategoricalAccuracy',
    name,
    direction: 'up',
    values(yTrue, yPred) {
      const { data, shape } = castLike(read(yTrue), yTrue, yPred);
      const squeezed = shape.length === yPred.shape.length && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
      const result = matches({ data, shape: squeezed }, argmax(read(yPred)), name, HINT);
      const rank = result.shape.length;
      return rank > 1 && result.shape[rank - 1] === 1
        ? { data: result.data, shape: result.shape.slice(0, -1) }
        : result;
    },
  });
}
