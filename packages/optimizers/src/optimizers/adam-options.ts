import { belowOne, notNegative } from '@sixstep/parts';
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

/** The defaults and checks of these three, for `readOptions`. */
export const betaDefaults: Readonly<Record<'beta1' | 'beta2' | 'epsilon', unknown>> = {
  beta1: [0.9, belowOne],
  beta2: [0.999, belowOne],
  epsilon: [1e-7, notNegative],
};
