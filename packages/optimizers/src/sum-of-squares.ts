import { sum, type Tensor } from '@tensorflow/tfjs-core';
import { squareOfGradient } from './square-of-gradient.js';

/** The sum of all x^2, as a scalar (of the parts' squares where x is a gradient marked so); along the last axis first, which keeps float32's rounding small for large tensors. */
export function sumOfSquares(x: Tensor): Tensor {
  const squares = squareOfGradient(x);
  return x.rank > 1 ? sum(sum(squares, -1)) : sum(squares);
}
