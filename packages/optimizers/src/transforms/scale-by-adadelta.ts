import { add, mul, sqrt, zerosLike } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
import { quotient } from '../quotient.js';
import { squareOfGradient } from '../square-of-gradient.js';
import type { Transform } from '../transform.js';

export interface ScaleByAdadeltaOptions {
  /** How much of the averages stays at each step. Defaults to 0.95. */
  rho?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
}

export type ScaleByAdadeltaState = { readonly accumulatedGrad: Tensors; readonly accumulatedDeltaVar: Tensors };

/**
 * v = rho * v + (1 - rho) * u^2; delta = u * sqrt(d + epsilon) / sqrt(v + epsilon); d = rho * d + (1 - rho) * delta^2;
 * u = delta. Both v and d from 0.
 *
 * Zeiler 2012, ADADELTA, algorithm 1.
 */
export function scaleByAdadelta({
  rho = 0.95,
  epsilon = 1e-7,
}: ScaleByAdadeltaOptions = {}): Transform<ScaleByAdadeltaState> {
  return {
    init: (params) => ({
      accumulatedGrad: mapTensors(zerosLike, params),
      accumulatedDeltaVar: mapTensors(zerosLike, params),
    }),
    update(updates, { accumulatedGrad, accumulatedDeltaVar }) {
      const average = (x: Tensors, before: Tensors): Tensors =>
        mapTensors((x, a) => add(mul(a, rho), mul(squareOfGradient(x), 1 - rho)), x, before);
      const v = average(updates, accumulatedGrad);
      const delta = mapTensors(
        (u, d, v) => quotient(mul(sqrt(add(d, epsilon)), u), sqrt(add(v, epsilon)), epsilon),
        updates,
        accumulatedDeltaVar,
        v,
      );
      const d = average(delta, accumulatedDeltaVar);
      return {
        updates: delta,
        state: {
          accumulatedGrad: { ...accumulatedGrad, ...v },
          accumulatedDeltaVar: { ...accumulatedDeltaVar, ...d },
        },
      };
    },
  };
}
