import {
  engine,
  variableGrads,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';

/**
 * The value of `f` and its derivatives by the variables, under the names of the variables.
 *
 * If `f` throws, so does this, and the tensors that operations have kept for the derivatives are disposed, which
 * `variableGrads` leaves undone.
 */
export function differentiate(f: () => Scalar, variables: Variable[]): { value: Scalar; grads: NamedTensorMap } {
  const tracker = engine();
  const { keep, state } = tracker;
  const saved: Tensor[] = [];
  tracker.keep = (tensor) => {
    // What is kept outside of an operation is somebody's own.
    if (state.kernelDepth > 0) saved.push(tensor);
    return keep.call(tracker, tensor) as typeof tensor;
  };
  try {
    return variableGrads(f, variables);
  } catch (error) {
    if (state.gradientDepth === 0) {
      for (const tensor of saved) tensor.dispose();
      state.activeTape = [];
    }
    throw error;
  } finally {
    tracker.keep = keep;
  }
}
