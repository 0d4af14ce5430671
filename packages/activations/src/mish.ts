import { mul, softplus, tanh, type Tensor, tidy } from '@tensorflow/tfjs-core';

/**
 * mish(x) = x * tanh(softplus(x)).
 *
 * @source Misra 2019, https://arxiv.org/abs/1908.08681
 */
export function mish(x: Tensor): Tensor {
  return tidy(() => mul(x, tanh(softplus(x))));
}
