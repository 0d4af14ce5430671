import { clone, keep, type Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerState } from './optimizer.js';
import { mapState } from './state.js';

/**
 * Makes `next` the state: keeps its tensors, copies those that are someone else's (`inputs`), and frees what was in `old`
 * and no longer is.
 */
export function takeOver(old: OptimizerState, next: OptimizerState, inputs: ReadonlySet<Tensor>): OptimizerState {
  const kept = new Set<Tensor>();
  const state = mapState(next, (tensor) => {
    const own = keep(inputs.has(tensor) ? clone(tensor) : tensor);
    kept.add(own);
    return own;
  });
  mapState(old, (tensor) => {
    if (!kept.has(tensor)) tensor.dispose();
  });
  return state as OptimizerState;
}
