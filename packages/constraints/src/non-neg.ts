import type { Described } from '@sixstep/parts';
import { maximum } from '@tensorflow/tfjs-core';
import type { Constraint } from './constraint.js';

/** Sets negative weights to 0: max(w, 0). */
export function nonNeg(): Constraint & Described {
  const constraint: Constraint = (weights) => maximum(weights, 0);
  return Object.assign(constraint, { className: 'NonNeg', config: {} });
}
