import { neg, Sub, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a - b) = dy, -dy, summed over the broadcast axes. */
export const subDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Sub,
  (dy, a) => share(sumTo(dy, a.shape), dy),
  (dy, _, b) => neg(sumTo(dy, b.shape)),
);
