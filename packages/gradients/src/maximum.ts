import { greaterEqual, Maximum, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(max(a, b)) = dy to the greater side, to a where both are equal; the other side gets 0, also where dy is not finite. */
export const maximumDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Maximum,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(where(greaterEqual(a, b), dy, zerosLike(dy)), a.shape),
    b: () => sumTo(where(greaterEqual(a, b), zerosLike(dy), dy), b.shape),
  }),
};
