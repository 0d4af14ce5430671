import { greater, log, mul, onesLike, Pow, pow, sub, where, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a^b) = b a^(b - 1) dy, and y log(a) dy where a > 0 (else 0), summed over the broadcast axes. */
export const powDerivative: Derivative<[Tensor, Tensor, Tensor]> = {
  kernelName: Pow,
  inputsToSave: ['a', 'b'],
  outputsToSave: [true],
  gradFunc: (dy, [a, b, y]) => ({
    a: () => sumTo(mul(dy, mul(b, pow(a, sub(b, 1)))), a.shape),
    b: () => {
      const positive = greater(a, 0);
      return sumTo(mul(dy, mul(y, log(where(positive, a, onesLike(a))))), b.shape);
    },
  }),
};
