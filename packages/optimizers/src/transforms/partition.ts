import type { Tensor } from '@tensorflow/tfjs-core';
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
  const all = <T>(f: (label: L) => T): Record<L, T> =>
    Object.fromEntries(labels.map((label) => [label, f(label)])) as Record<L, T>;
  return {
    init: (params) => all((label) => transforms[label].init(part(params, params, label))),
    update(updates, state, context) {
      const transformed = all((label) =>
        transforms[label].update(part(updates, context.params, label), state[label], context),
      );
      return {
        updates: Object.assign({}, ...labels.map((label) => transformed[label].updates)) as Tensors,
        state: all((label) => transformed[label].state),
      };
    },
  };
}
