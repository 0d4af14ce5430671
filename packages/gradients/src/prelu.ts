import { greater, minimum, mul, Prelu, where, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(x) = dy where x > 0, else alpha dy; d(alpha) = x dy where x <= 0, summed over the broadcast axes. */
export const preluDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Prelu,
  inputsToSave: ['x', 'alpha'],
  gradFunc: (dy, [x, alpha]) => ({
    x: () => where(greater(x, 0), dy, mul(dy, alpha)),
    alpha: () => sumTo(mul(dy, minimum(x, 0)), alpha.shape),
  }),
};
