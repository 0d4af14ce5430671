import { abs, add, maximum, mul, sub, zerosLike } from '@tensorflow/tfjs-core';
import { integerPower } from '../integer-power.js';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
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
  return {
    init: (params) => ({ momentum: mapTensors(zerosLike, params), norm: mapTensors(zerosLike, params) }),
    update(updates, state, { step }) {
      const correction = 1 - integerPower(beta1, step + 1);
      const momentum = mapTensors((u, m) => add(m, mul(sub(u, m), 1 - beta1)), updates, state.momentum);
      const norm = mapTensors((u, n) => maximum(mul(n, beta2), abs(u)), updates, state.norm);
      return {
        updates: mapTensors((m, n) => quotient(m, mul(add(n, epsilon), correction), epsilon), momentum, norm),
        state: { momentum: { ...state.momentum, ...momentum }, norm: { ...state.norm, ...norm } },
      };
    },
  };
}
