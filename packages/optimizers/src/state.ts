import { Tensor } from '@tensorflow/tfjs-core';
import { formatShape, formatValue } from '@sixstep/parts';
import { byKey } from './by-key.js';
import type { OptimizerState } from './optimizer.js';

type Branch = Readonly<Record<string, OptimizerState>>;

/** The same tree with `f` of each tensor in its place: to save a state as arrays, say, or to copy it. */
export function mapState<R>(state: OptimizerState, f: (tensor: Tensor) => R): MappedState<R> {
  if (state instanceof Tensor) return f(state);
  if (typeof state !== 'object') return state;
  if (Array.isArray(state)) return state.map((part: OptimizerState) => mapState(part, f));
  return byKey(Object.keys(state), (key) => mapState((state as Branch)[key]!, f));
}

/** A state with something else in the places of the tensors. */
export type MappedState<R> = number | R | readonly MappedState<R>[] | { readonly [key: string]: MappedState<R> };

/** A number, tensor or branch of a state as errors name it. */
function describeState(state: OptimizerState): string {
  if (typeof state === 'number') return 'a number';
  if (state instanceof Tensor) return `a tensor of shape ${formatShape(state.shape)}`;
  if (Array.isArray(state)) return `${state.length} states`;
  return formatValue(state);
}

/**
 * `old` where it has something, `fresh` for the rest: a state that was restored or made for fewer variables, completed.
 *
 * @throws Error if the two trees do not fit together, with the path to where
 */
export function completeState(place: string, old: OptimizerState, fresh: OptimizerState, path: string): OptimizerState {
  const [expected, received] = [fresh, old].map(describeState);
  if (expected !== received) {
    throw new Error(
      `${place}: expected ${path} to be ${expected}, received ${received}. ` +
        `Restore a state of the same optimizer and variables.`,
    );
  }
  if (typeof fresh === 'number' || fresh instanceof Tensor) return old;
  const complete = (key: string): OptimizerState => {
    const [has, wanted] = [old as Branch, (fresh as Branch)[key]!];
    return Object.hasOwn(has, key) ? completeState(place, has[key]!, wanted, `${path}.${key}`) : wanted;
  };
  return Object.assign(Array.isArray(old) ? [] : { ...(old as Branch) }, byKey(Object.keys(fresh), complete));
}
