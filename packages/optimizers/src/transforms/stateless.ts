import type { Tensors } from '../optimizer.js';
import type { Context, Stateless, Transform } from '../transform.js';

const none: Stateless = {};

/** A transform without state, from its formula. */
export function stateless(formula: (updates: Tensors, context: Context) => Tensors): Transform<Stateless> {
  return {
    init: () => none,
    update: (updates, state, context) => ({ updates: formula(updates, context), state }),
  };
}
