import { add, mul, sqrt, zerosLike } from '@tensorflow/tfjs-core';
import { mix } from '../averages.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
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
  const start = { accumulatedGrad: zerosLike, accumulatedDeltaVar: zerosLike };
  return perVariable<ScaleByAdadeltaState>(start, (u, slots) => {
    const v = mix(slots.accumulatedGrad, squareOfGradient(u), rho);
    const d = slots.accumulatedDeltaVar;
    const delta = quotient(mul(sqrt(add(d, epsilon)), u), sqrt(add(v, epsilon)), epsilon);
    return [delta, { accumulatedGrad: v, accumulatedDeltaVar: mix(d, squareOfGradient(delta), rho) }];
  });
}
