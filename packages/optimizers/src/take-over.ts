import { clone, keep, type Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerState } from './optimizer.js';
import { eachTensor, mapState } from './state.js';

/**
 * Makes `next` the state: keeps its tensors, copies those that are someone else's (`inputs`), and frees what was in `old`
 * and no longer is.
 */
export function takeOver(
  old: OptimizerState | undefined,
  next: OptimizerState,
  inputs: ReadonlySet<Tensor>,
): OptimizerState {
  const kept = new Set<Tensor>();
  let alien = false;
  eachTensor(next, (tensor) => {
    if (inputs.has(tensor)) alien = true;
    else kept.add(keep(tensor));
  });
  if (old !== undefined) {
    eachTensor(old, (tensor) => {
      if (!kept.has(tensor)) tensor.dispose();
    });
  }
  const own = (tensor: Tensor): Tensor => (inputs.has(tensor) ? keep(clone(tensor)) : tensor);
  return alien ? (mapState(next, own) as OptimizerState) : next;
}
