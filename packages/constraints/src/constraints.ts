import { maxNorm } from './max-norm.js';
import { minMaxNorm } from './min-max-norm.js';
import { nonNeg } from './non-neg.js';
import { unitNorm } from './unit-norm.js';

/** What the table holds. */
export interface Constraints {
  readonly maxNorm: typeof maxNorm;
  readonly minMaxNorm: typeof minMaxNorm;
  readonly nonNeg: typeof nonNeg;
  readonly unitNorm: typeof unitNorm;
}

/** All factories of constraints by name. */
export const constraints: Constraints = { maxNorm, minMaxNorm, nonNeg, unitNorm } as const;

export type ConstraintName = keyof Constraints;
