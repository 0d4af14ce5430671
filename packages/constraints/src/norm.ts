import { sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';

/** The axis, or axes, along which the length of a weight vector is reckoned. */
export type Axis = number | readonly number[];

/** What a length of 0 is protected by: Keras' `backend.epsilon()`. */
export const EPSILON = 1e-7;

/** The lengths of the weight vectors along `axis`; reduced dimensions keep size 1. */
export function norm(weights: Tensor, axis: Axis): Tensor {
  return sqrt(sum(square(weights), axis as number | number[], true));
}
