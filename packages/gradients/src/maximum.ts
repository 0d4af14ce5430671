import { greaterEqual, Maximum, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(max(a, b)) = dy to the greater side, to a where both are equal; the other side gets 0, also where dy is not finite. */
export const maximumDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Maximum,
  (dy, a, b) => sumTo(where(greaterEqual(a, b), dy, zerosLike(dy)), a.shape),
  (dy, a, b) => sumTo(where(greaterEqual(a, b), zerosLike(dy), dy), b.shape),
);
