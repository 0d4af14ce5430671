import { div, floor, Mod, mul, neg, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a mod b) = dy, -floor(a / b) dy, summed over the broadcast axes. */
export const modDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Mod,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => share(sumTo(dy, a.shape), dy),
    b: () => sumTo(neg(mul(dy, floor(div(a, b)))), b.shape),
  }),
};
