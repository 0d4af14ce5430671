export type { Constraint } from './constraint.js';
export { type ConstraintName, type Constraints, constraints } from './constraints.js';
export { getConstraint } from './get-constraint.js';
export { maxNorm, type MaxNormOptions } from './max-norm.js';
export { minMaxNorm, type MinMaxNormOptions } from './min-max-norm.js';
export { nonNeg } from './non-neg.js';
export { unitNorm, type UnitNormOptions } from './unit-norm.js';
