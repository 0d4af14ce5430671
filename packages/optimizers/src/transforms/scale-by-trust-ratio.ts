import { div, greater, minimum, mul, sqrt, where } from '@tensorflow/tfjs-core';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/**
 * u = |w| / |u| * u per variable w, with Euclidean norms; u as it is where one of them is 0.
 *
 * You et al. 2020, LAMB, algorithm 2.
 */
export function scaleByTrustRatio(): Transform<Stateless> {
  return perUpdate((u, w) => {
    const [normU, normW] = [sqrt(sumOfSquares(u)), sqrt(sumOfSquares(w))];
    return mul(u, where(greater(minimum(normW, normU), 0), div(normW, normU), 1));
  });
}
