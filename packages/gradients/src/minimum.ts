import { cast, greater, lessEqual, Minimum, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(min(a, b)) = dy to the smaller side, to a where both are equal. */
export const minimumDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Minimum,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumTo(mul(dy, cast(lessEqual(a, b), 'float32')), a.shape),
    b: () => sumTo(mul(dy, cast(greater(a, b), 'float32')), b.shape),
  }),
};
