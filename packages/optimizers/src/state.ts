import { Tensor } from '@tensorflow/tfjs-core';
import { formatShape, formatValue } from '@sixstep/parts';
import type { OptimizerState } from './optimizer.js';

type Branch = Readonly<Record<string, OptimizerState>>;

/** The same tree with `f` of each tensor in its place: to save a state as arrays, say, or to copy it. */
export function mapState<R>(state: OptimizerState, f: (tensor: Tensor) => R): MappedState<R> {
  if (typeof state === 'number') return state;
  if (state instanceof Tensor) return f(state);
  if (Array.isArray(state)) return state.map((part: OptimizerState) => mapState(part, f));
  return Object.fromEntries(Object.entries(state as Branch).map(([key, part]) => [key, mapState(part, f)]));
}

/** A state with something else in the places of the tensors. */
export type MappedState<R> = number | R | readonly MappedState<R>[] | { readonly [key: string]: MappedState<R> };

/** Calls `f` with every tensor of the tree. */
export function eachTensor(state: OptimizerState, f: (tensor: Tensor) => void): void {
  if (typeof state === 'number') return;
  if (state instanceof Tensor) return f(state);
  if (Array.isArray(state)) for (const part of state as readonly OptimizerState[]) eachTensor(part, f);
  else for (const key of Object.keys(state)) eachTensor((state as Branch)[key]!, f);
}

/**
 * `old` where it has something, `fresh` for the rest: a state that was restored or made for fewer variables, completed.
 *
 * @throws Error if the two trees do not fit together, with the path to where
 */
export function completeState(place: string, old: OptimizerState, fresh: OptimizerState, path: string): OptimizerState {
  const misfit = (expected: string, received: string): Error =>
    new Error(
      `${place}: expected ${path} to be ${expected}, received ${received}. ` +
        `Restore a state that the same optimizer had on the same variables.`,
    );
  if (typeof fresh === 'number') {
    if (typeof old !== 'number') throw misfit('a number', describe(old));
    return old;
  }
  if (fresh instanceof Tensor) {
    const shape = formatShape(fresh.shape);
    if (!(old instanceof Tensor) || formatShape(old.shape) !== shape) {
      throw misfit(`a tensor of shape ${shape}`, describe(old));
    }
    return old;
  }
  if (Array.isArray(fresh)) {
    if (!Array.isArray(old) || old.length !== fresh.length) throw misfit(`${fresh.length} states`, describe(old));
    return (fresh as readonly OptimizerState[]).map((part, i) =>
      completeState(place, (old as readonly OptimizerState[])[i]!, part, `${path}[${i}]`),
    );
  }
  if (typeof old !== 'object' || old instanceof Tensor || Array.isArray(old)) {
    throw misfit('an object', describe(old));
  }
  const result: Record<string, OptimizerState> = { ...(old as Branch) };
  for (const [key, part] of Object.entries(fresh as Branch)) {
    result[key] = Object.hasOwn(result, key) ? completeState(place, result[key]!, part, `${path}.${key}`) : part;
  }
  return result;
}

function describe(state: OptimizerState): string {
  if (state instanceof Tensor) return `a tensor of shape ${formatShape(state.shape)}`;
  return formatValue(state);
}
