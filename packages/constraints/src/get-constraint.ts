import { lookUp } from '@sixstep/parts';
import type { Constraint } from './constraint.js';
import { type ConstraintName, constraints } from './constraints.js';

/**
 * The constraint itself, given as a part or by its name (then with its default options); undefined if none is given.
 *
 * @param place who asks, for the error
 * @throws Error that names the nearest known constraint
 */
export function getConstraint(
  constraint: ConstraintName | Constraint | null | undefined,
  place: string,
): Constraint | undefined {
  if (constraint === undefined || constraint === null) return undefined;
  return typeof constraint === 'function' ? constraint : lookUp(constraints, constraint, place, 'constraint')();
}
