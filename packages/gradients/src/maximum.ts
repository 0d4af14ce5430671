import { cast, greaterEqual, less, Maximum, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(max(a, b)) = dy to the greater side, to a where both are equal. */
export const maximumDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Maximum,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(mul(dy, cast(greaterEqual(a, b), 'float32')), a.shape),
    b: () => sumTo(mul(dy, cast(less(a, b), 'float32')), b.shape),
  }),
};
