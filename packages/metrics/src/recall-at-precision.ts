import {
  bestUnderConstraint,
  type ConstraintOptions,
  precisionRate,
  sensitivityRate,
} from './best-under-constraint.js';
import type { Metric } from './metric.js';

export interface RecallAtPrecisionOptions extends ConstraintOptions {
  /** In [0, 1]. */
  readonly precision: number;
}

/**
 * The best recall, TP / (TP + FN), over all thresholds with at least the given precision, TP / (TP + FP).
 *
 * Keras' `RecallAtPrecision`.
 *
 * @param options.precision the least that is asked for
 * @param options.numThresholds 200 by default
 * @param options.classId only this class is looked at
 */
export function recallAtPrecision(options: RecallAtPrecisionOptions): Metric {
  return bestUnderConstraint('RecallAtPrecision', 'precision', options, precisionRate, sensitivityRate);
}
