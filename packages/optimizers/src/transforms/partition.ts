import type { Tensor } from '@tensorflow/tfjs-core';
import { byKey } from '../by-key.js';
import type { OptimizerState, Tensors } from '../optimizer.js';
import type { Transform } from '../transform.js';

/**
 * Different transforms for different variables. The name is that of Optax.
 *
 * @param transforms by label
 * @param labelOf the label of the transform that a variable gets
 */
export function partition<L extends string>(
  transforms: Readonly<Record<L, Transform>>,
  labelOf: (name: string, param: Tensor) => L,
): Transform<Readonly<Record<L, OptimizerState>>> {
  const labels = Object.keys(transforms) as L[];
  const part = (tensors: Tensors, params: Tensors, label: L): Tensors =>
    Object.fromEntries(Object.entries(tensors).filter(([name]) => labelOf(name, params[name]!) === label));
  return {
    init: (params) => byKey(labels, (label) => transforms[label].init(part(params, params, label))),
    update(updates, states, context) {
      const result: Record<string, Tensor> = {};
      const state = byKey(labels, (label) => {
        const own = part(updates, context.params, label);
        const transformed = transforms[label].update(own, states[label], context);
        Object.assign(result, transformed.updates);
        return transformed.state;
      });
      return { updates: result, state };
    },
  };
}
