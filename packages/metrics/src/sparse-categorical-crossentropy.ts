import { sparseCategoricalCrossentropy as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';
import type { NameOptions } from './metric.js';

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
export const sparseCategoricalCrossentropy: MetricFactory<SparseCategoricalCrossentropyOptions> =
  /* @__PURE__ */ lossMetric<SparseCategoricalCrossentropyOptions>(loss);
