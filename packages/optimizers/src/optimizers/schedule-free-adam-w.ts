import { integerFrom, notNegative, within } from '@sixstep/parts';
import { numberOrSchedule } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByRms } from '../transforms/scale-by-rms.js';
import { scheduleFree } from '../transforms/schedule-free.js';
import { betaDefaults, type BetaOptions } from './adam-options.js';

export interface ScheduleFreeAdamWOptions extends BetaOptions {
  /** How near to the average the gradients are taken, in (0, 1). Defaults to 0.9. */
  beta1?: number;
  /** Defaults to 1e-8. */
  epsilon?: number;
  /** Over how many steps the learning rate rises to its value. Defaults to 0. */
  warmupSteps?: number;
  /** Whether x is taken with the z before the step, as published. Defaults to false, which is what Keras does (see below). */
  asPublished?: boolean;
}

/**
 * AdamW that needs no schedule, r = 0.0025 by default. The variables are y; z (the slot `momentum`) starts at y, v at 0:
 *
 *     v = beta2 * v + (1 - beta2) * g^2
 *     z = z - r * min(1, t / warmupSteps) * g / (sqrt(v / (1 - beta2^t)) + epsilon)
 *     x = (y - (1 - beta1) * z) / beta1;  x = (1 - 1/t) * x + z / t
 *     y = (1 - beta1) * z + beta1 * x          at t = 1, 2, ...
 *
 * This is Keras 3.15 on TensorFlow. As published, x is regained from y and the z *before* the step: Keras means to keep that
 * (`momentum_old = momentum.value`), but on TensorFlow holds the variable, which it has updated by the time it is read.
 * `asPublished: true` gives the published method.
 *
 * Defazio et al. 2024, The Road Less Scheduled. As in Keras the variables stay at y after training, too; weight decay is
 * off unless `weightDecay` is given.
 *
 * @throws Error if an option is out of its range
 */
export function scheduleFreeAdamW(options: ScheduleFreeAdamWOptions = {}): Optimizer {
  const defaults = {
    ...betaDefaults,
    learningRate: [0.0025, numberOrSchedule],
    beta1: [0.9, within({ above: 0, below: 1 })],
    epsilon: [1e-8, notNegative],
    warmupSteps: [0, integerFrom(0)],
    asPublished: false,
  } as const;
  return defineOptimizer('scheduleFreeAdamW', options, defaults, (config) => {
    const { beta2, epsilon, warmupSteps } = config;
    return {
      transform: chain(
        scaleByRms({ rho: beta2, epsilon, epsilonInRoot: false, biasCorrection: true }),
        scaleByLearningRate((rate, step) => (warmupSteps > 0 ? rate * Math.min((step + 1) / warmupSteps, 1) : rate)),
        scheduleFree(config),
      ),
      slots: [['momentum', 'velocity']],
    };
  });
}
