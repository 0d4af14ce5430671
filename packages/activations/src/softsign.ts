import { abs, add, div, reciprocal, square, type Tensor } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

/** softsign(x) = x / (|x| + 1), between -1 and 1. */
export function softsign(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => div(x, add(abs(x), 1)),
    (x) => reciprocal(square(add(abs(x), 1))),
  );
}
