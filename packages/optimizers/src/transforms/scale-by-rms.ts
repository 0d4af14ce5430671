import { add, div, sqrt, square, sub, zerosLike } from '@tensorflow/tfjs-core';
import { mix } from '../averages.js';
import { integerPower } from '../integer-power.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
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
  centered,
  biasCorrection,
}: ScaleByRmsOptions = {}): Transform<ScaleByRmsState> {
  const start = { velocity: zerosLike, ...(centered && { averageGradient: zerosLike }) };
  return perVariable<ScaleByRmsState>(start, (u, slots, { step }) => {
    const velocity = mix(slots.velocity, squareOfGradient(u), rho);
    const averageGradient = slots.averageGradient && mix(slots.averageGradient, u, rho);
    const variance = averageGradient ? sub(velocity, square(averageGradient)) : velocity;
    const corrected = biasCorrection ? div(variance, 1 - integerPower(rho, step + 1)) : variance;
    const root = epsilonInRoot ? sqrt(add(corrected, epsilon)) : add(sqrt(corrected), epsilon);
    return [quotient(u, root, epsilon), { velocity, ...(averageGradient && { averageGradient }) }];
  });
}
