import type { Optimizer, OptimizerState } from '@sixstep/optimizers';
import { Tensor } from '@tensorflow/tfjs-core';

/** What an optimizer's state is made of. */
export type OptimizerValue = number | Tensor;

/** The numbers and tensors of a state, in the order of its tree. */
function valuesOf(state: OptimizerState): OptimizerValue[] {
  return typeof state === 'number' || state instanceof Tensor ? [state] : Object.values(state).flatMap(valuesOf);
}

/** The numbers and tensors of an optimizer that is built, in the order of its state. The tensors remain the optimizer's. */
export function optimizerValues({ state }: Optimizer): OptimizerValue[] {
  return valuesOf(state);
}

/**
 * Sets the state of an optimizer that is built for the same variables to what `optimizerValues` gave. Tensors are copied.
 *
 * @throws Error if there are more or fewer, or one is of another shape; then nothing is changed
 */
export function setOptimizerValues(optimizer: Optimizer, values: readonly OptimizerValue[]): void {
  const { state } = optimizer;
  const expected = valuesOf(state).length;
  if (values.length !== expected) {
    throw new Error(
      `fit: expected resumeFrom to be a state of an optimizer with ${expected} values, received one with ${values.length}. ` +
        `Resume with the same optimizer and options.`,
    );
  }
  const rest = [...values];
  const filled = (part: OptimizerState): OptimizerState => {
    if (typeof part === 'number' || part instanceof Tensor) return rest.shift()!;
    if (Array.isArray(part)) return part.map(filled);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, filled(inner as OptimizerState)]));
  };
  optimizer.state = filled(state);
}
