import { Add, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a + b) = dy for both, summed over the broadcast axes. */
export const addDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Add,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({ a: () => share(sumTo(dy, a.shape), dy), b: () => share(sumTo(dy, b.shape), dy) }),
};
