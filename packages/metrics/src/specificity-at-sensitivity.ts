import {
  bestUnderConstraint,
  type ConstraintOptions,
  sensitivityRate,
  specificityRate,
} from './best-under-constraint.js';
import type { Metric } from './metric.js';

export interface SpecificityAtSensitivityOptions extends ConstraintOptions {
  /** In [0, 1]. */
  readonly sensitivity: number;
}

/**
 * The best specificity, TN / (TN + FP), over all thresholds with at least the given sensitivity, TP / (TP + FN).
 *
 * Keras' `SpecificityAtSensitivity`.
 *
 * @param options.sensitivity the least that is asked for
 * @param options.numThresholds 200 by default
 * @param options.classId only this class is looked at
 */
export function specificityAtSensitivity(options: SpecificityAtSensitivityOptions): Metric {
  return bestUnderConstraint('SpecificityAtSensitivity', 'sensitivity', options, sensitivityRate, specificityRate);
}
