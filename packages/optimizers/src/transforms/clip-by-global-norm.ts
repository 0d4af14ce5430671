import { add, div, minimum, mul, sqrt, sub } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/**
 * u = u * limit / max(|all u|, limit), with the Euclidean norm of all variables' updates together. If that is infinite or
 * NaN, all become NaN, as in Keras.
 *
 * Pascanu, Mikolov & Bengio 2013, algorithm 1.
 */
export function clipByGlobalNorm(limit: number): Transform<Stateless> {
  return stateless((updates) => {
    const norm = sqrt(
      Object.values(updates)
        .map(sumOfSquares)
        .reduce((a, b) => add(a, b)),
    );
    const factor = add(mul(minimum(div(1, norm), 1 / limit), limit), sub(norm, norm));
    return mapTensors((u) => mul(u, factor), updates);
  });
}
