import { expectNumber } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';

/** What adam and its relatives have in common. */
export interface BetaOptions extends CommonOptions {
  /** How much of the mean of the gradients stays at each step, in [0, 1). Defaults to 0.9. */
  beta1?: number;
  /** How much of the mean of their squares stays at each step, in [0, 1). Defaults to 0.999. */
  beta2?: number;
  /** Defaults to 1e-7. With 0, what never had a gradient does not move. */
  epsilon?: number;
}

/** What Adam and its relatives have in common, checked. */
export function checkBetas(
  place: string,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: BetaOptions,
): { beta1: number; beta2: number; epsilon: number } {
  return {
    beta1: expectNumber(place, 'beta1', beta1, { min: 0, below: 1 }),
    beta2: expectNumber(place, 'beta2', beta2, { min: 0, below: 1 }),
    epsilon: expectNumber(place, 'epsilon', epsilon, { min: 0 }),
  };
}
