import { softplus as softplusOp, type Tensor } from '@tensorflow/tfjs-core';

/**
 * A smooth relu: softplus(x) = log(exp(x) + 1), without overflow.
 *
 * @source Dugas et al. 2001, https://papers.nips.cc/paper/1920
 */
export function softplus(x: Tensor): Tensor {
  return softplusOp(x);
}
