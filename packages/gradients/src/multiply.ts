import { mul, Multiply, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a * b) = dy * b, dy * a, summed over the broadcast axes. */
export const multiplyDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Multiply,
  (dy, a, b) => sumTo(mul(dy, b), a.shape),
  (dy, a, b) => sumTo(mul(dy, a), b.shape),
);
