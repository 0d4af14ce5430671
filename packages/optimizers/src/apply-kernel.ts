import { engine, keep, type KernelFunc, mul, type Tensor, type TensorInfo, tidy } from '@tensorflow/tfjs-core';
import type { Fused } from './fused.js';
import type { OptimizerState, Tensors, Variables } from './optimizer.js';
import type { Context } from './transform.js';

/**
 * Updates each variable that has an update by one call of the kernel, which writes to the slots in place.
 *
 * @param decay the variables' weight decay, by name
 * @returns the state after the step
 */
export function applyKernel<S extends OptimizerState>(
  fused: Fused<S>,
  kernel: KernelFunc,
  updates: Tensors,
  variables: Variables,
  before: S,
  context: Context,
  decay: Readonly<Record<string, number>>,
): S {
  const tf = engine();
  const { slots, attrs, state = before } = fused.step(before, context);
  const slotNames = Object.keys(slots);
  const attrsWithDecay = { ...attrs, decay: 0 };
  for (const name of Object.keys(updates)) {
    const variable = variables[name]!;
    const inputs: Record<string, Tensor> = { variable, gradient: updates[name]! };
    for (const slot of slotNames) inputs[slot] = ownData(slots[slot]!, name);
    attrsWithDecay.decay = decay[name]! * context.learningRate;
    const value = tf.makeTensorFromTensorInfo(
      kernel({ inputs, attrs: attrsWithDecay, backend: tf.backend }) as TensorInfo,
    );
    variable.assign(value);
    value.dispose();
  }
  return state;
}

/** The slot's tensor of a variable; if its data is shared with a clone of it, a copy takes its place first. */
function ownData(slot: Tensors, name: string): Tensor {
  const tensor = slot[name]!;
  if (engine().backend.refCount(tensor.dataId) <= 1) return tensor;
  const copy = keep(tidy(() => mul(tensor, 1)));
  (slot as Record<string, Tensor>)[name] = copy;
  tensor.dispose();
  return copy;
}
