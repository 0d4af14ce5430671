import {
  add,
  greaterEqual,
  less,
  lessEqual,
  mul,
  onesLike,
  square,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

/** sparsePlus(x) = 0 if x <= -1, (x + 1)^2 / 4 if -1 < x < 1, else x. */
export function sparsePlus(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => where(lessEqual(x, -1), zerosLike(x), where(less(x, 1), mul(square(add(x, 1)), 0.25), x)),
    (x) => where(lessEqual(x, -1), zerosLike(x), where(greaterEqual(x, 1), onesLike(x), mul(add(x, 1), 0.5))),
  );
}
