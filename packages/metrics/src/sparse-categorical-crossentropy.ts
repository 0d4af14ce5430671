import { sparseCategoricalCrossentropy as loss } from '@sixstep/losses';
import { broadcast } from './broadcast.js';
import { broadcastShape } from './broadcast-shape.js';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { sameRank } from './same-rank.js';
import { tensorValues } from './tensor-values.js';

export interface SparseCategoricalCrossentropyOptions extends NameOptions {
  readonly fromLogits?: boolean;
  readonly ignoreClass?: number | null;
  readonly axis?: number;
}

/**
 * The cross-entropy for integer labels: -log p[yTrue], averaged over all samples so far. If yPred comes straight from a
 * softmax, it is computed from the logits. Keras' `SparseCategoricalCrossentropy`.
 *
 * @param options.fromLogits whether yPred holds logits; false by default
 * @param options.ignoreClass a label whose samples have loss 0; they are part of the mean unless there are weights, as in
 * Keras; none by default
 * @param options.axis the axis of the classes; the last by default
 */
export function sparseCategoricalCrossentropy({
  fromLogits = false,
  ignoreClass = null,
  axis = -1,
  name = 'sparseCategoricalCrossentropy',
}: SparseCategoricalCrossentropyOptions = {}): Metric {
  const each = loss({ fromLogits, ignoreClass, axis, reduction: 'none' });
  return meanMetric({
    className: 'SparseCategoricalCrossentropy',
    name,
    direction: 'down',
    config: { fromLogits, ignoreClass, axis },
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
    weights(given, yTrue, yPred) {
      if (ignoreClass === null) return given;
      const counts = Float32Array.from(yTrue.dataSync(), (label) => (label === ignoreClass ? 0 : 1));
      const [weights, mask] = sameRank(given, { data: counts, shape: yPred.shape.toSpliced(axis, 1) });
      const shape = broadcastShape(weights.shape, mask.shape, name);
      const w = broadcast(weights, shape, name, 'sampleWeight');
      return { data: Float32Array.from(broadcast(mask, shape, name, 'yTrue'), (m, i) => m * w[i]!), shape };
    },
  });
}
