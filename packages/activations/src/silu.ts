import { add, mul, sigmoid, sub, type Tensor } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

/**
 * The sigmoid-weighted linear unit, also called swish: silu(x) = x * sigmoid(x).
 *
 * @source Ramachandran et al. 2017, https://arxiv.org/abs/1710.05941
 */
export function silu(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => mul(x, sigmoid(x)),
    (x) => {
      const s = sigmoid(x);
      return mul(s, add(mul(x, sub(1, s)), 1));
    },
  );
}
