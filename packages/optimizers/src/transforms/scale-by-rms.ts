import { add, div, mul, sqrt, square, sub, zerosLike } from '@tensorflow/tfjs-core';
import { integerPower } from '../integer-power.js';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
import { quotient } from '../quotient.js';
import { squareOfGradient } from '../square-of-gradient.js';
import type { Transform } from '../transform.js';

export interface ScaleByRmsOptions {
  /** How much of the averages stays at each step. Defaults to 0.9. */
  rho?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
  /** Whether `epsilon` is added below the root or to it. Defaults to true: below. */
  epsilonInRoot?: boolean;
  /** Whether to divide by the standard deviation and not by the root of the mean square. Defaults to false. */
  centered?: boolean;
  /** Whether to divide v by 1 - rho^t. Defaults to false. */
  biasCorrection?: boolean;
}

export type ScaleByRmsState = { readonly velocity: Tensors; readonly averageGradient?: Tensors };

/**
 * v = rho * v + (1 - rho) * u^2 from v = 0; u = u / sqrt(v + epsilon). With `centered` v - a^2 takes the place of v, where
 * a = rho * a + (1 - rho) * u.
 *
 * Hinton 2012, lecture 6e; centered: Graves 2013, equations 38 to 41.
 */
export function scaleByRms({
  rho = 0.9,
  epsilon = 1e-7,
  epsilonInRoot = true,
  centered = false,
  biasCorrection = false,
}: ScaleByRmsOptions = {}): Transform<ScaleByRmsState> {
  return {
    init: (params) => ({
      velocity: mapTensors(zerosLike, params),
      ...(centered && { averageGradient: mapTensors(zerosLike, params) }),
    }),
    update(updates, state, { step }) {
      const velocity = mapTensors(
        (u, v) => add(mul(v, rho), mul(squareOfGradient(u), 1 - rho)),
        updates,
        state.velocity,
      );
      const average =
        state.averageGradient &&
        mapTensors((u, a) => add(mul(a, rho), mul(u, 1 - rho)), updates, state.averageGradient);
      const variance = average ? mapTensors((v, a) => sub(v, square(a)), velocity, average) : velocity;
      const correction = biasCorrection ? 1 - integerPower(rho, step + 1) : 1;
      return {
        updates: mapTensors(
          (u, v) => {
            const corrected = biasCorrection ? div(v, correction) : v;
            const root = epsilonInRoot ? sqrt(add(corrected, epsilon)) : add(sqrt(corrected), epsilon);
            return quotient(u, root, epsilon);
          },
          updates,
          variance,
        ),
        state: {
          velocity: { ...state.velocity, ...velocity },
          ...(average && { averageGradient: { ...state.averageGradient, ...average } }),
        },
      };
    },
  };
}
