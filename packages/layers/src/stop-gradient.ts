import { customGrad, zerosLike, type Tensor } from '@tensorflow/tfjs-core';

/** `x`, but its gradient is 0. */
export const stopGradient: (x: Tensor) => Tensor = customGrad((x) => ({
  value: (x as Tensor).clone(),
  gradFunc: (dy: Tensor) => zerosLike(dy),
})) as (x: Tensor) => Tensor;
