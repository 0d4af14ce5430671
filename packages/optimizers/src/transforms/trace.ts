import { add, mul, zerosLike } from '@tensorflow/tfjs-core';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import type { Transform } from '../transform.js';

export interface TraceOptions {
  /** How much of the trace stays at each step. */
  decay: number;
  /** Whether to look one step ahead. Defaults to false. */
  nesterov?: boolean;
  /** How much of an update the trace does not take in. Defaults to 0. */
  dampening?: number;
  /** Whether to dampen the very first update, too. PyTorch does not. Defaults to true. */
  dampenFirstStep?: boolean;
}

// A type alias and not an interface, which would not fit into OptimizerState.
export type TraceState = { readonly momentum: Tensors };

/**
 * Momentum: m = decay * m + (1 - dampening) * u from m = 0; u = m, or with `nesterov` u = decay * m + (1 - dampening) * u.
 *
 * Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013.
 */
export function trace({ decay, nesterov, dampening = 0, dampenFirstStep = true }: TraceOptions): Transform<TraceState> {
  return perVariable<TraceState>({ momentum: zerosLike }, (u, slots, { step }) => {
    const taken = step === 0 && !dampenFirstStep ? 1 : 1 - dampening;
    const scaled = taken === 1 ? u : mul(u, taken);
    const momentum = add(mul(slots.momentum, decay), scaled);
    return [nesterov ? add(mul(momentum, decay), scaled) : momentum, { momentum }];
  });
}
