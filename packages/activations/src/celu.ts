import { add, div, expm1, maximum, minimum, mul, type Tensor, tidy } from '@tensorflow/tfjs-core';

export interface CeluOptions {
  /** The limit far below 0 is -alpha; not 0. Defaults to 1. */
  readonly alpha?: number;
}

/**
 * The continuously differentiable exponential linear unit:
 * celu(x) = max(x, 0) + alpha * (exp(min(x, 0) / alpha) - 1).
 *
 * At exactly 0 the derivative is 2, as in Keras: both halves count there.
 *
 * @source Barron 2017, https://arxiv.org/abs/1704.07483
 */
export function celu(x: Tensor, { alpha = 1 }: CeluOptions = {}): Tensor {
  return tidy(() => add(maximum(x, 0), mul(expm1(div(minimum(x, 0), alpha)), alpha)));
}
