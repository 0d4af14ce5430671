import { neg, softplus, type Tensor, tidy } from '@tensorflow/tfjs-core';

/** The logarithm of the sigmoid: logSigmoid(x) = log(1 / (1 + exp(-x))) = -softplus(-x), without overflow. */
export function logSigmoid(x: Tensor): Tensor {
  return tidy(() => neg(softplus(neg(x))));
}
