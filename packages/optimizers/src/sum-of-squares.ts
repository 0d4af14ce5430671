import { square, sum, type Tensor } from '@tensorflow/tfjs-core';

/** The sum of all x^2, as a scalar; along the last axis first, which keeps float32's rounding small for large tensors. */
export function sumOfSquares(x: Tensor): Tensor {
  const squares = square(x);
  return x.rank > 1 ? sum(sum(squares, -1)) : sum(squares);
}
