import { engine, zerosLike, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The derivatives of a scalar by some tensors, which `f` reads by itself; zeros where it does not depend on one. To be
 * called in a tidy.
 */
export function gradientsOf(f: () => Tensor, xs: readonly Tensor[]): Tensor[] {
  if (xs.length === 0) {
    f();
    return [];
  }
  // `grads` of the public API refuses what does not depend on an argument.
  const { grads } = engine().gradients(f, [...xs], undefined, true);
  return xs.map((x, i) => grads[i] ?? zerosLike(x));
}
