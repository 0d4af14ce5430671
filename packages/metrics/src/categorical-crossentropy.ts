import { categoricalCrossentropy as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';
import type { NameOptions } from './metric.js';

export interface CategoricalCrossentropyOptions extends NameOptions {
  readonly fromLogits?: boolean;
  readonly labelSmoothing?: number;
  readonly axis?: number;
}

/**
 * The cross-entropy for one-hot labels: -sum of yTrue log p over the classes, averaged over all samples so far. If yPred
 * comes straight from a softmax, it is computed from the logits. Keras' `CategoricalCrossentropy`.
 *
 * @param options.fromLogits whether yPred holds logits; false by default
 * @param options.labelSmoothing how far labels are moved towards 1 / classes; 0 by default
 * @param options.axis the axis of the classes; the last by default
 */
export const categoricalCrossentropy: MetricFactory<CategoricalCrossentropyOptions> =
  /* @__PURE__ */ lossMetric<CategoricalCrossentropyOptions>(loss);
