import { exp, expm1, fill, greater, less, mul, type Tensor, where } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

const scale = 1.0507009873554805;
const scaleAlpha: number = scale * 1.6732632423543772;

/**
 * The scaled exponential linear unit: selu(x) = scale * x if x > 0, else scale * alpha * (exp(x) - 1), with scale =
 * 1.0507... and alpha = 1.6733..., which keep mean 0 and variance 1 from layer to layer.
 *
 * @source Klambauer et al. 2017, https://arxiv.org/abs/1706.02515
 */
export function selu(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => where(greater(x, 0), mul(x, scale), mul(expm1(x), scaleAlpha)),
    (x) => {
      const e = exp(x);
      return where(less(e, 1), mul(e, scaleAlpha), fill(x.shape, scale));
    },
  );
}
