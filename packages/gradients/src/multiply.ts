import { mul, Multiply, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { sumTo } from './sum-to.js';

/** d(a * b) = dy * b, dy * a, summed over the broadcast axes. */
export const multiplyDerivative: Derivative<[Tensor, Tensor]> = {
  kernelName: Multiply,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({ a: () => sumTo(mul(dy, b), a.shape), b: () => sumTo(mul(dy, a), b.shape) }),
};
