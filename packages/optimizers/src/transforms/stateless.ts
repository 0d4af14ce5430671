import type { Tensor } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
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

/** A transform without state that treats each variable by itself: from the update u and the variable w to the next update. */
export function perUpdate(formula: (u: Tensor, w: Tensor, context: Context) => Tensor): Transform<Stateless> {
  return stateless((updates, context) => mapTensors((u, w) => formula(u, w!, context), updates, context.params));
}
