import { zerosLike } from '@tensorflow/tfjs-core';
import { mix } from '../averages.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import { signOf } from '../sign-of.js';
import type { Transform } from '../transform.js';

export interface ScaleByLionOptions {
  /** How much of the momentum goes into the sign. Defaults to 0.9. */
  beta1?: number;
  /** How much of the momentum stays at each step. Defaults to 0.99. */
  beta2?: number;
}

export type ScaleByLionState = { readonly momentum: Tensors };

/**
 * u = sign(beta1 * m + (1 - beta1) * u); then m = beta2 * m + (1 - beta2) * u with the u that came in; m from 0.
 *
 * Chen et al. 2023, Symbolic Discovery of Optimization Algorithms.
 */
export function scaleByLion({ beta1 = 0.9, beta2 = 0.99 }: ScaleByLionOptions = {}): Transform<ScaleByLionState> {
  return perVariable<ScaleByLionState>({ momentum: zerosLike }, (u, { momentum }) => [
    signOf(mix(momentum, u, beta1)),
    { momentum: mix(momentum, u, beta2) },
  ]);
}
