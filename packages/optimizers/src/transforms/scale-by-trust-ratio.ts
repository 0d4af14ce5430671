import { div, greater, logicalAnd, mul, sqrt, where } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/**
 * u = |w| / |u| * u per variable w, with Euclidean norms; u as it is where one of them is 0.
 *
 * You et al. 2020, LAMB, algorithm 2.
 */
export function scaleByTrustRatio(): Transform<Stateless> {
  return stateless((updates, { params }) =>
    mapTensors(
      (u, w) => {
        const [normU, normW] = [sqrt(sumOfSquares(u)), sqrt(sumOfSquares(w))];
        return mul(u, where(logicalAnd(greater(normW, 0), greater(normU, 0)), div(normW, normU), 1));
      },
      updates,
      params,
    ),
  );
}
