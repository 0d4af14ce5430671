import {
  bestUnderConstraint,
  type ConstraintOptions,
  sensitivityRate,
  specificityRate,
} from './best-under-constraint.js';
import type { Metric } from './metric.js';

export interface SensitivityAtSpecificityOptions extends ConstraintOptions {
  /** In [0, 1]. */
  readonly specificity: number;
}

/**
 * The best sensitivity, TP / (TP + FN), over all thresholds with at least the given specificity, TN / (TN + FP).
 *
 * Keras' `SensitivityAtSpecificity`.
 *
 * @param options.specificity the least that is asked for
 * @param options.numThresholds 200 by default
 * @param options.classId only this class is looked at
 */
export function sensitivityAtSpecificity(options: SensitivityAtSpecificityOptions): Metric {
  return bestUnderConstraint('SensitivityAtSpecificity', 'specificity', options, specificityRate, sensitivityRate);
}
