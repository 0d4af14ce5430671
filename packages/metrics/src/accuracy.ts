import { broadcast } from './broadcast.js';
import { broadcastShape } from './broadcast-shape.js';
import { castLike } from './cast-like.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { sameRank } from './same-rank.js';
import { read } from './values.js';

/**
 * How often yPred equals yTrue: mean of [yTrue = yPred]. Keras' `Accuracy`.
 *
 * For labels on both sides; where yPred holds probabilities, take `binaryAccuracy`, `categoricalAccuracy` or
 * `sparseCategoricalAccuracy`. (The name `'accuracy'` in `compile` chooses among these three.)
 */
export function accuracy({ name = 'accuracy' }: NameOptions = {}): Metric {
  return meanMetric({
    className: 'Accuracy',
    name,
    direction: 'up',
    values(yTrue, yPred) {
      const [t, p] = sameRank(castLike(read(yTrue), yTrue, yPred), read(yPred));
      const shape = broadcastShape(t.shape, p.shape, name);
      const [labels, predictions] = [broadcast(t, shape, name, 'yTrue'), broadcast(p, shape, name, 'yPred')];
      const data = new Uint8Array(predictions.length);
      for (let i = 0; i < data.length; i++) if (labels[i] === predictions[i]) data[i] = 1;
      return { data, shape };
    },
  });
}
