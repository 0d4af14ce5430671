import { notNegative } from '@sixstep/parts';
import { defineOptimizer } from '../define-optimizer.js';
import type { Fused } from '../fused.js';
import { integerPower } from '../integer-power.js';
import type { Optimizer } from '../optimizer.js';
import type { Stateless } from '../transform.js';
import { chain } from '../transforms/chain.js';
import { scaleByAdam, type ScaleByAdamState } from '../transforms/scale-by-adam.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { betaDefaults, type BetaOptions } from './adam-options.js';

export interface AdamOptions extends BetaOptions {
  /** Whether to divide by the highest v so far. Defaults to false. */
  amsgrad?: boolean;
}

/**
 * Adam, r = 0.001 by default, m and v from 0, t = 1, 2, ...
 *
 *     m = m + (g - m) * (1 - beta1);  v = v + (g^2 - v) * (1 - beta2)
 *     w = w - r * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)
 *
 * With `amsgrad` the highest v so far takes the place of v. Kingma & Ba 2015, in the form before section 2.1, whose epsilon
 * is not that of algorithm 1 (nor of PyTorch); with epsilon 0 they are one. Reddi et al. 2018, AMSGrad.
 *
 * @throws Error if an option is out of its range
 */
export function adam(options: AdamOptions = {}): Optimizer {
  return adamNamed('adam', options, [null, notNegative]);
}

/** Adam under the name of `place`, with that weight decay by default. */
export function adamNamed(place: string, options: AdamOptions, weightDecay: unknown): Optimizer {
  const defaults = { ...betaDefaults, amsgrad: false, weightDecay };
  return defineOptimizer(place, options, defaults, (config) => {
    const { beta1, beta2, epsilon, amsgrad } = config;
    const fused: Fused<readonly [ScaleByAdamState, Stateless]> = {
      kernel: 'SixstepAdam',
      step([{ momentum, velocity }], { step, learningRate }) {
        const t = step + 1;
        const alpha = (learningRate * Math.sqrt(1 - integerPower(beta2, t))) / (1 - integerPower(beta1, t));
        return {
          slots: { momentum, velocity },
          attrs: { momentumRate: 1 - beta1, velocityRate: 1 - beta2, alpha, epsilon },
        };
      },
    };
    return {
      transform: chain(scaleByAdam(config), scaleByLearningRate()),
      fused: amsgrad ? undefined : fused,
      slots: [['momentum', 'velocity'], ['velocityHat']],
    };
  });
}
