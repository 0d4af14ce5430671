import { abs, add, maximum, mul, zerosLike } from '@tensorflow/tfjs-core';
import { moveTo } from '../averages.js';
import { integerPower } from '../integer-power.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import { quotient } from '../quotient.js';
import type { Transform } from '../transform.js';

export interface ScaleByAdamaxOptions {
  /** How much of the mean stays at each step. Defaults to 0.9. */
  beta1?: number;
  /** How much of the norm stays at each step. Defaults to 0.999. */
  beta2?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
}

export type ScaleByAdamaxState = { readonly momentum: Tensors; readonly norm: Tensors };

/**
 * m = beta1 * m + (1 - beta1) * u; n = max(beta2 * n, |u|), both from 0; u = m / ((1 - beta1^t) * (n + epsilon)).
 *
 * Kingma & Ba 2015, section 7.1.
 */
export function scaleByAdamax({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: ScaleByAdamaxOptions = {}): Transform<ScaleByAdamaxState> {
  return perVariable<ScaleByAdamaxState>({ momentum: zerosLike, norm: zerosLike }, (u, slots, { step }) => {
    const momentum = moveTo(slots.momentum, u, beta1);
    const norm = maximum(mul(slots.norm, beta2), abs(u));
    const divisor = mul(add(norm, epsilon), 1 - integerPower(beta1, step + 1));
    return [quotient(momentum, divisor, epsilon), { momentum, norm }];
  });
}
