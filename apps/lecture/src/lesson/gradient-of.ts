import { type Scalar, type Tensor, tidy, variableGrads, type Variable } from '@tensorflow/tfjs-core';

/** The value of `loss` and, read by `read`, what comes of its gradients by `variables`, in their order. */
export function gradientOf<T>(
  loss: () => Scalar,
  variables: readonly Variable[],
  read: (gradients: readonly Tensor[]) => T,
): { readonly value: number; readonly result: T } {
  let found: { value: number; result: T } | undefined;
  tidy(() => {
    const { value, grads } = variableGrads(loss, [...variables]);
    const result = read(variables.map((variable) => grads[variable.name]!));
    found = { value: value.dataSync()[0]!, result };
  });
  return found!;
}
