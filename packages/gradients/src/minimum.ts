import { lessEqual, Minimum, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(min(a, b)) = dy to the smaller side, to a where both are equal; the other side gets 0, also where dy is not finite. */
export const minimumDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Minimum,
  (dy, a, b) => sumTo(where(lessEqual(a, b), dy, zerosLike(dy)), a.shape),
  (dy, a, b) => sumTo(where(lessEqual(a, b), zerosLike(dy), dy), b.shape),
);
