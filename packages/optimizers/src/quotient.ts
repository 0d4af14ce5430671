import { div, divNoNan, type Tensor } from '@tensorflow/tfjs-core';

/**
 * a / b, where `b` is at least of the size of `epsilon`. With epsilon 0, as in the formulas of a lecture, a quotient by 0 is
 * 0: what never had a gradient does not move (and does not turn NaN, as it does in Keras).
 */
export function quotient(a: Tensor, b: Tensor, epsilon: number): Tensor {
  return epsilon > 0 ? div(a, b) : divNoNan(a, b);
}
