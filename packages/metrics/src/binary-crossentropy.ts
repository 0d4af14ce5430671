import { binaryCrossentropy as loss } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';
import type { NameOptions } from './metric.js';

export interface BinaryCrossentropyOptions extends NameOptions {
  readonly fromLogits?: boolean;
  readonly labelSmoothing?: number;
}

/**
 * The binary cross-entropy: mean of -yTrue log p - (1 - yTrue) log(1 - p) over the last axis, averaged over all samples so
 * far. If yPred comes straight from a sigmoid, it is computed from the logits. Keras' `BinaryCrossentropy`.
 *
 * @param options.fromLogits whether yPred holds logits; false by default
 * @param options.labelSmoothing how far labels are moved towards 1/2; 0 by default
 */
export const binaryCrossentropy: MetricFactory<BinaryCrossentropyOptions> =
  /* @__PURE__ */ lossMetric<BinaryCrossentropyOptions>(loss);
