import { add, div, mul, sqrt, square, type Tensor } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';

export interface SquareplusOptions {
  /** How wide the bend is: squareplus(0) = sqrt(b) / 2. Defaults to 4. */
  readonly b?: number;
}

/**
 * A smooth relu without exponentials: squareplus(x) = (x + sqrt(x^2 + b)) / 2.
 *
 * @source Barron 2021, https://arxiv.org/abs/2112.11687
 */
export function squareplus(x: Tensor, { b = 4 }: SquareplusOptions = {}): Tensor {
  const root = (x: Tensor): Tensor => sqrt(add(square(x), b));
  return elementwise(
    x,
    (x) => mul(add(x, root(x)), 0.5),
    (x) => mul(add(div(x, root(x)), 1), 0.5),
  );
}
