import { sparseCategoricalCrossentropy as loss } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { elementwise, pairUp } from './pair.js';

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
  const config = { fromLogits, ignoreClass, axis };
  return lossMetric('SparseCategoricalCrossentropy', name, loss, config, (given, yTrue, yPred) => {
    if (ignoreClass === null) return given;
    const counts = Float32Array.from(yTrue.dataSync(), (label) => (label === ignoreClass ? 0 : 1));
    const mask = { data: counts, shape: yPred.shape.toSpliced(axis, 1) };
    return elementwise(pairUp(mask, given, name), (counted, weight) => counted * weight);
  });
}
