import { rememberSquares, squaresOf } from '@sixstep/parts';
import { div, maximum, mul, sqrt, type Tensor } from '@tensorflow/tfjs-core';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

function clipped(u: Tensor, limit: number): Tensor {
  const norm = maximum(sqrt(sumOfSquares(u)), limit);
  const y = div(mul(u, limit), norm);
  const squares = squaresOf(u);
  if (squares !== undefined) {
    const factor = (limit / norm.dataSync()[0]!) ** 2;
    rememberSquares(
      y,
      squares.map((value) => value * factor),
    );
  }
  return y;
}

/** u = u * limit / max(|u|, limit) per variable, with Euclidean norms. A gradient of parts stays one, as in Keras. */
export function clipByNorm(limit: number): Transform<Stateless> {
  return perUpdate((u) => clipped(u, limit));
}
