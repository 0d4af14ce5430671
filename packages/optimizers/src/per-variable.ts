import type { Tensor } from '@tensorflow/tfjs-core';
import { mapTensors } from './map-tensors.js';
import type { Tensors } from './optimizer.js';
import type { Context, Transform } from './transform.js';

/** One tensor for each slot of a variable. */
type Slots<State> = { readonly [Slot in keyof State]: Tensor };

/** What a step knows of one variable. */
interface VariableContext extends Pick<Context, 'step' | 'learningRate'> {
  readonly param: Tensor;
}

/**
 * A transform that treats each variable by itself.
 *
 * @param start what each slot of a variable begins with
 * @param formula from a variable's update and slots to its next update and slots
 */
export function perVariable<State extends Readonly<Record<string, Tensors>>>(
  start: { readonly [Slot in keyof State]: (param: Tensor) => Tensor },
  formula: (u: Tensor, slots: Slots<State>, context: VariableContext) => readonly [u: Tensor, slots: Slots<State>],
): Transform<State> {
  const slots = Object.keys(start);
  const each = <T>(f: (slot: string) => T): Record<string, T> =>
    Object.fromEntries(slots.map((slot) => [slot, f(slot)]));
  return {
    init: (params) => each((slot) => mapTensors(start[slot]!, params)) as State,
    update(updates, state, { params, step, learningRate }) {
      const next = each((slot): Record<string, Tensor> => ({ ...state[slot] }));
      const nextUpdates: Record<string, Tensor> = {};
      for (const name of Object.keys(updates)) {
        const own = each((slot) => state[slot]![name]!) as Slots<State>;
        const [u, changed] = formula(updates[name]!, own, { param: params[name]!, step, learningRate });
        nextUpdates[name] = u;
        for (const slot of slots) next[slot]![name] = changed[slot]!;
      }
      return { updates: nextUpdates, state: next as State };
    },
  };
}
