import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByAdamax } from '../transforms/scale-by-adamax.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { betaDefaults, type BetaOptions } from './adam-options.js';

export type AdamaxOptions = BetaOptions;

/**
 * Adam with the maximum norm, r = 0.001 by default, m and n from 0, t = 1, 2, ...
 *
 *     m = m + (g - m) * (1 - beta1);  n = max(beta2 * n, |g|);  w = w - r * m / ((1 - beta1^t) * (n + epsilon))
 *
 * Kingma & Ba 2015, section 7.1.
 *
 * @throws Error if an option is out of its range
 */
export function adamax(options: AdamaxOptions = {}): Optimizer {
  return defineOptimizer('adamax', options, betaDefaults, (config) => ({
    transform: chain(scaleByAdamax(config), scaleByLearningRate()),
  }));
}
