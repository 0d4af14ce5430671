import { minimum, mul, rsqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';

/** x scaled to length 1 along an axis; shorter than 1e-7 it is multiplied by 1e7 only. */
export function normalized(x: Tensor, axis: number | number[]): Tensor {
  return mul(x, minimum(rsqrt(sum(square(x), axis, true)), 1 / epsilon));
}
