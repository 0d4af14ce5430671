import { mul, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { hardSigmoid } from './hard-sigmoid.js';

/**
 * The silu with a hard sigmoid, also called hard swish: hardSilu(x) = x * hardSigmoid(x).
 *
 * @source Howard et al. 2019, https://arxiv.org/abs/1905.02244
 */
export function hardSilu(x: Tensor): Tensor {
  return tidy(() => mul(x, hardSigmoid(x)));
}
