import { exp, type Tensor } from '@tensorflow/tfjs-core';

/** exponential(x) = exp(x). */
export function exponential(x: Tensor): Tensor {
  return exp(x);
}
