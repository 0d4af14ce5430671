import { defineOptimizer } from '../define-optimizer.js';
import type { Fused } from '../fused.js';
import type { Optimizer } from '../optimizer.js';
import type { Stateless } from '../transform.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { nadamFactors, scaleByNadam, type ScaleByNadamState } from '../transforms/scale-by-nadam.js';
import { betaDefaults, type BetaOptions } from './adam-options.js';

export type NadamOptions = BetaOptions;

/**
 * Adam with Nesterov's momentum, r = 0.001 by default. m and v as in Adam, mu(t) = beta1 * (1 - 0.96^t / 2), U(t) = mu(1) *
 * ... * mu(t), t = 1, 2, ...
 *
 *     mHat = mu(t+1) * m / (1 - U(t+1)) + (1 - mu(t)) * g / (1 - U(t));  vHat = v / (1 - beta2^t)
 *     w = w - r * mHat / (sqrt(vHat) + epsilon)
 *
 * Dozat 2016. U is a number of the state, `uProduct`.
 *
 * @throws Error if an option is out of its range
 */
export function nadam(options: NadamOptions = {}): Optimizer {
  return defineOptimizer('nadam', options, betaDefaults, (config) => {
    const { beta1, beta2, epsilon } = config;
    const fused: Fused<readonly [ScaleByNadamState, Stateless]> = {
      kernel: 'SixstepNadam',
      step([state, none], { step, learningRate }) {
        const { momentum, velocity } = state;
        const { uProduct, ...scales } = nadamFactors(beta1, beta2, state.uProduct, step, learningRate);
        const attrs = { momentumRate: 1 - beta1, velocityRate: 1 - beta2, ...scales, epsilon };
        return { slots: { momentum, velocity }, attrs, state: [{ ...state, uProduct }, none] };
      },
    };
    return { transform: chain(scaleByNadam(config), scaleByLearningRate()), fused };
  });
}
