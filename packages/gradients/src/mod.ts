import { div, floor, Mod, mul, neg, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a mod b) = dy, -floor(a / b) dy, summed over the broadcast axes. */
export const modDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Mod,
  (dy, a) => share(sumTo(dy, a.shape), dy),
  (dy, a, b) => sumTo(neg(mul(dy, floor(div(a, b)))), b.shape),
);
