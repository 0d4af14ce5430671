import { maximum, minimum, mul, rsqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';

/** Keeps the derivative of rsqrt finite at 0; far below epsilon^2, so that no value changes. */
const tiny = 1e-20;

/** x scaled to length 1 along an axis; shorter than 1e-7 it is multiplied by 1e7 only. */
export function normalized(x: Tensor, axis: number | number[]): Tensor {
  return mul(x, minimum(rsqrt(maximum(sum(square(x), axis, true), tiny)), 1 / epsilon));
}
