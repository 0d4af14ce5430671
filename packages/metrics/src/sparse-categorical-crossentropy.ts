import { sparseCategoricalCrossentropy as loss } from '@sixstep/losses';
import { defineMetric } from './define-metric.js';
import { meanOf } from './mean-of.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

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
export function sparseCategoricalCrossentropy(options: SparseCategoricalCrossentropyOptions = {}): Metric {
  const each = loss({ ...options, reduction: 'none' });
  const defaults = { fromLogits: false, ignoreClass: null, axis: -1 };
  return defineMetric(each.className, options, defaults, ({ ignoreClass }) =>
    meanOf('down', (yTrue, yPred) => ({
      ...read(each(yTrue, yPred)),
      mask: ignoreClass === null ? undefined : read(yTrue).data.map((label) => (label === ignoreClass ? 0 : 1)),
    })),
  );
}
