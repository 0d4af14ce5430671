import {
  add,
  greaterEqual,
  lessEqual,
  logicalOr,
  mul,
  onesLike,
  sub,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';
import { maskOf } from './mask-of.js';

/**
 * sparseSigmoid(x) = 0 if x <= -1, (x + 1) / 2 if -1 < x < 1, else 1. Its derivative at -1 and at 1 is 0.
 *
 * @source Blondel et al. 2019, https://arxiv.org/abs/1901.02324
 */
export function sparseSigmoid(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => where(lessEqual(x, -1), zerosLike(x), where(greaterEqual(x, 1), onesLike(x), mul(add(x, 1), 0.5))),
    (x) => mul(sub(1, maskOf(logicalOr(lessEqual(x, -1), greaterEqual(x, 1)))), 0.5),
  );
}
