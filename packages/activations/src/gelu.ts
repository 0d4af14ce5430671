import { add, erf, exp, mul, square, tanh, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

export interface GeluOptions {
  /** Whether to use the formula with tanh in place of the error function. Defaults to false. */
  readonly approximate?: boolean;
}

/**
 * The Gaussian error linear unit: gelu(x) = x * P(X <= x) for a normal X, that is x / 2 * (1 + erf(x / sqrt(2))).
 *
 * With `approximate` it is x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))).
 *
 * @source Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415
 */
export function gelu(x: Tensor, { approximate = false }: GeluOptions = {}): Tensor {
  if (approximate) {
    return tidy(() => {
      const inner = mul(add(x, mul(mul(x, square(x)), 0.044715)), Math.sqrt(2 / Math.PI));
      return mul(mul(x, 0.5), add(tanh(inner), 1));
    });
  }
  const cumulative = (x: Tensor): Tensor => mul(add(erf(mul(x, Math.SQRT1_2)), 1), 0.5);
  const density = (x: Tensor): Tensor => mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
  return elementwise(
    x,
    (x) => mul(x, cumulative(x)),
    (x) => add(cumulative(x), mul(x, density(x))),
  );
}
