import { tanh as tanhOp, type Tensor } from '@tensorflow/tfjs-core';

/** The hyperbolic tangent: tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)), between -1 and 1. */
export function tanh(x: Tensor): Tensor {
  return tanhOp(x);
}
