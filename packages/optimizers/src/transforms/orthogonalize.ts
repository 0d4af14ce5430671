import { add, div, matMul, mul, sqrt, type Tensor2D, transpose } from '@tensorflow/tfjs-core';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

export interface OrthogonalizeOptions {
  /** How many steps of the Newton-Schulz iteration. Defaults to 5. */
  steps?: number;
  /** a, b, c of the iteration. Defaults to [3.4445, -4.775, 2.0315]. */
  coefficients?: readonly [a: number, b: number, c: number];
}

/**
 * The nearest (semi-)orthogonal matrix to each u, about: X = u / |u|, then `steps` times A = X X^T, X = a X + (b A + c A A) X,
 * which moves all singular values into about [0.7, 1.2]. On matrices only; the smaller side is taken for A.
 *
 * Jordan et al. 2024, Muon.
 */
export function orthogonalize({
  steps = 5,
  coefficients: [a, b, c] = [3.4445, -4.775, 2.0315],
}: OrthogonalizeOptions = {}): Transform<Stateless> {
  return perUpdate((u) => {
    const tall = u.shape[0]! > u.shape[1]!;
    let x = (tall ? transpose(u) : u) as Tensor2D;
    x = div(x, add(sqrt(sumOfSquares(x)), 1e-7));
    for (let i = 0; i < steps; i++) {
      const gram = matMul(x, x, false, true);
      const polynomial = add(mul(gram, b), matMul(mul(gram, c), gram)) as Tensor2D;
      x = add(mul(x, a), matMul(polynomial, x));
    }
    return tall ? transpose(x) : x;
  });
}
