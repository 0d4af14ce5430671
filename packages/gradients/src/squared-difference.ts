import { mul, SquaredDifference, sub, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d((a - b)^2) = 2 (a - b) dy, and its negative, summed over the broadcast axes. */
export const squaredDifferenceDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  SquaredDifference,
  (dy, a, b) => sumTo(mul(dy, mul(sub(a, b), 2)), a.shape),
  (dy, a, b) => sumTo(mul(dy, mul(sub(b, a), 2)), b.shape),
);
