import { add, Atan2, div, mul, neg, square, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(atan2(a, b)) = b dy / (a^2 + b^2), -a dy / (a^2 + b^2), summed over the broadcast axes. */
export const atan2Derivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Atan2,
  (dy, a, b) => sumTo(mul(dy, div(b, add(square(a), square(b)))), a.shape),
  (dy, a, b) => sumTo(neg(mul(dy, div(a, add(square(a), square(b))))), b.shape),
);
