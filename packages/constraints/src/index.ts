export { type Constraint } from './constraint.js';
export { getConstraint } from './get-constraint.js';
export { constraints, type ConstraintName } from './constraints.js';
export { maxNorm, type MaxNormOptions } from './max-norm.js';
export { minMaxNorm, type MinMaxNormOptions } from './min-max-norm.js';
export { nonNeg } from './non-neg.js';
export { type Axis } from './norm.js';
export { unitNorm, type UnitNormOptions } from './unit-norm.js';
