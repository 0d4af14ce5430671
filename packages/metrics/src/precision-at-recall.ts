import {
  bestUnderConstraint,
  type ConstraintOptions,
  precisionRate,
  sensitivityRate,
} from './best-under-constraint.js';
import type { Metric } from './metric.js';

export interface PrecisionAtRecallOptions extends ConstraintOptions {
  /** In [0, 1]. */
  readonly recall: number;
}

/**
 * The best precision, TP / (TP + FP), over all thresholds with at least the given recall, TP / (TP + FN).
 *
 * Keras' `PrecisionAtRecall`.
 *
 * @param options.recall the least that is asked for
 * @param options.numThresholds 200 by default
 * @param options.classId only this class is looked at
 */
export function precisionAtRecall(options: PrecisionAtRecallOptions): Metric {
  return bestUnderConstraint('PrecisionAtRecall', 'recall', options, sensitivityRate, precisionRate);
}
