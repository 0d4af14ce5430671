import { div, mul, neg, RealDiv, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a / b) = dy / b, -dy * (a / b) / b, summed over the broadcast axes. */
export const realDivDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: RealDiv,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(div(dy, b), a.shape),
    b: () => sumTo(mul(dy, div(div(neg(a), b), b)), b.shape),
  }),
};
