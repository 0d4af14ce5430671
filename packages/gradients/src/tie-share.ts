import { cast, div, equal, mul, reshape, sum, type Tensor } from '@tensorflow/tfjs-core';
import { keepDims } from './keep-dims.js';

/**
 * The gradient of an extremum y of x: dy, shared evenly among the elements that equal y (as TensorFlow does it;
 * TensorFlow.js gives each of them the whole of dy).
 */
export function tieShare(dy: Tensor, x: Tensor, y: Tensor, axis: number | number[]): Tensor {
  const shape = keepDims(x.shape, axis);
  const hit = cast(equal(x, reshape(y, shape)), 'float32');
  return mul(div(hit, sum(hit, axis, true)), reshape(dy, shape));
}
