import { lessEqual, Minimum, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(min(a, b)) = dy to the smaller side, to a where both are equal; the other side gets 0, also where dy is not finite. */
export const minimumDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Minimum,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(where(lessEqual(a, b), dy, zerosLike(dy)), a.shape),
    b: () => sumTo(where(lessEqual(a, b), zerosLike(dy), dy), b.shape),
  }),
};
