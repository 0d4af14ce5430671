import type { Tensor } from '@tensorflow/tfjs-core';
import { byKey } from './by-key.js';
import { mapTensors } from './map-tensors.js';
import type { OptimizerState, Tensors } from './optimizer.js';
import type { Context, Transformed } from './transform.js';

/** One tensor for each slot of a variable. */
type Slots<State> = { readonly [Slot in keyof State]: Tensor };

/** What a step knows of one variable. */
interface OwnVariable {
  readonly param: Tensor;
}

/** A transform whose `update` is told more than others'. */
interface TransformOf<State extends OptimizerState, More> {
  init(params: Tensors): State;
  update(updates: Tensors, state: State, context: Context & More): Transformed<State>;
}

/**
 * A transform that treats each variable by itself.
 *
 * @param start what each slot of a variable begins with
 * @param formula from a variable's update and slots to its next update and slots
 */
export function perVariable<State extends Readonly<Record<string, Tensors>>, More = unknown>(
  start: { readonly [Slot in keyof State]: (param: Tensor) => Tensor },
  formula: (
    u: Tensor,
    slots: Slots<State>,
    context: Context & More & OwnVariable,
  ) => readonly [u: Tensor, slots: Slots<State>],
): TransformOf<State, More> {
  const slots = Object.keys(start);
  return {
    init: (params) => byKey(slots, (slot) => mapTensors(start[slot]!, params)) as State,
    update(updates, state, context) {
      const next = byKey(slots, (slot): Record<string, Tensor> => ({ ...state[slot] }));
      const nextUpdates = byKey(Object.keys(updates), (name) => {
        const own = byKey(slots, (slot) => state[slot]![name]!) as Slots<State>;
        const [u, changed] = formula(updates[name]!, own, { ...context, param: context.params[name]! });
        for (const slot of slots) next[slot]![name] = changed[slot]!;
        return u;
      });
      return { updates: nextUpdates, state: next as State };
    },
  };
}
