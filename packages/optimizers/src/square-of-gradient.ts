import { squaresOf } from '@sixstep/parts';
import { square, tensor, type Tensor } from '@tensorflow/tfjs-core';

/** g^2; for the gradient of a table of embeddings that is marked so, the sum of the squares of its parts. */
export function squareOfGradient(gradient: Tensor): Tensor {
  const squares = squaresOf(gradient);
  return squares === undefined ? square(gradient) : tensor(squares, gradient.shape);
}
