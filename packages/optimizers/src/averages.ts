import { add, mul, sub, type Tensor } from '@tensorflow/tfjs-core';

/** rho * mean + (1 - rho) * x */
export function mix(mean: Tensor, x: Tensor, rho: number): Tensor {
  return add(mul(mean, rho), mul(x, 1 - rho));
}

/** mean + (1 - rho) * (x - mean): the same as `mix`, but rounded as Keras' Adam does it. */
export function moveTo(mean: Tensor, x: Tensor, rho: number): Tensor {
  return add(mean, mul(sub(x, mean), 1 - rho));
}
