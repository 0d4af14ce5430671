import { engine, keep, type KernelFunc, mul, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { byKey } from './by-key.js';
import type { Known } from './known.js';
import type { Fused } from './fused.js';
import type { OptimizerState, Tensors, Variables } from './optimizer.js';
import type { Context } from './transform.js';

/**
 * Updates each variable that has an update by one call of the kernel, which writes to the slots in place. To be called within
 * a `tidy`.
 *
 * @returns the state after the step
 */
export function applyKernel<S extends OptimizerState>(
  fused: Fused<S>,
  kernel: KernelFunc,
  updates: Tensors,
  variables: Variables,
  before: S,
  context: Context,
  known: Readonly<Record<string, Known>>,
): S {
  const tf = engine();
  const { slots, attrs, state = before } = fused.step(before, context);
  for (const name of Object.keys(updates)) {
    const variable = variables[name]!;
    const own = byKey(Object.keys(slots), (slot) => ownData(slots[slot]!, name));
    const inputs = { variable, gradient: updates[name]!, ...own };
    const withDecay = { ...attrs, decay: known[name]!.decay * context.learningRate };
    const value = kernel({ inputs, attrs: withDecay, backend: tf.backend }) as TensorInfo;
    variable.assign(tf.makeTensorFromTensorInfo(value));
  }
  return state;
}

/** The slot's tensor of a variable; if its data is shared with a clone of it, a copy takes its place first. */
function ownData(slot: Tensors, name: string): Tensor {
  const tensor = slot[name]!;
  if (engine().backend.refCount(tensor.dataId) <= 1) return tensor;
  const copy = keep(mul(tensor, 1));
  (slot as Record<string, Tensor>)[name] = copy;
  tensor.dispose();
  return copy;
}
