import { neg, Sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a - b) = dy, -dy, summed over the broadcast axes. */
export const subDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Sub,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({ a: () => share(sumTo(dy, a.shape), dy), b: () => neg(sumTo(dy, b.shape)) }),
};
