import { square, sub, tanh, type Tensor } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

/** tanhShrink(x) = x - tanh(x). */
export function tanhShrink(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => sub(x, tanh(x)),
    (x) => square(tanh(x)),
  );
}
