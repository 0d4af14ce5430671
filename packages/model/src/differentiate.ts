import { engine, variableGrads, type NamedTensorMap, type Scalar, type Variable } from '@tensorflow/tfjs-core';

/**
 * The value of `f` and its derivatives by the variables, under the names of the variables.
 *
 * If `f` throws, so does this, and the tensors that the tape has kept for the derivatives are disposed, which
 * `variableGrads` leaves undone.
 */
export function differentiate(f: () => Scalar, variables: Variable[]): { value: Scalar; grads: NamedTensorMap } {
  try {
    return variableGrads(f, variables);
  } catch (error) {
    const { state } = engine();
    if (state.gradientDepth === 0) {
      for (const { saved } of state.activeTape ?? [])
        for (const tensor of saved ?? []) if (!tensor.isDisposed) tensor.dispose();
      state.activeTape = [];
    }
    throw error;
  }
}
