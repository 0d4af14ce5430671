import { div, mul, neg, RealDiv, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a / b) = dy / b, -dy * (a / b) / b, summed over the broadcast axes. */
export const realDivDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  RealDiv,
  (dy, a, b) => sumTo(div(dy, b), a.shape),
  (dy, a, b) => sumTo(mul(dy, div(div(neg(a), b), b)), b.shape),
);
