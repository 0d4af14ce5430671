import { fraction, notNegative } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Fused } from '../fused.js';
import type { Optimizer } from '../optimizer.js';
import type { Stateless } from '../transform.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByRms, type ScaleByRmsState } from '../transforms/scale-by-rms.js';
import { scale } from '../transforms/scale.js';
import { trace, type TraceState } from '../transforms/trace.js';

export interface RmspropOptions extends CommonOptions {
  /** How much of the mean square stays at each step, in [0, 1]. Defaults to 0.9. */
  rho?: number;
  /** How much of the momentum stays at each step, in [0, 1]. Defaults to 0: none. */
  momentum?: number;
  /** Defaults to 1e-7. With 0, what never had a gradient does not move. */
  epsilon?: number;
  /** Whether to divide by the standard deviation and not by the root of the mean square. Defaults to false. */
  centered?: boolean;
}

/**
 * RMSprop, r = 0.001 by default, all slots from 0:
 *
 *     v = rho * v + (1 - rho) * g^2;  i = r * g / sqrt(v + epsilon);  w = w - i
 *     centered:  a = rho * a + (1 - rho) * g, and v - a^2 takes the place of v in i
 *     momentum:  m = momentum * m + i;  w = w - m
 *
 * Hinton 2012, lecture 6e; centered: Graves 2013. PyTorch adds epsilon to the root and not below it.
 *
 * @throws Error if an option is out of its range
 */
export function rmsprop(options: RmspropOptions = {}): Optimizer {
  const defaults = {
    rho: [0.9, fraction],
    momentum: [0, fraction],
    epsilon: [1e-7, notNegative],
    centered: false,
  } as const;
  return defineOptimizer('rmsprop', options, defaults, (config) => {
    const { rho, momentum, epsilon, centered } = config;
    const fused: Fused<readonly [ScaleByRmsState, ...(Stateless | TraceState)[]]> = {
      kernel: 'SixstepRmsprop',
      step: ([{ velocity }], { learningRate }) => ({
        slots: { velocity },
        attrs: { learningRate, rho, velocityRate: 1 - rho, epsilon },
      }),
    };
    const uphill = scaleByLearningRate((learningRate) => -learningRate);
    const downhill = momentum > 0 ? [uphill, trace({ decay: momentum }), scale(-1)] : [scaleByLearningRate()];
    return {
      className: 'RMSprop',
      transform: chain(scaleByRms(config), ...downhill),
      fused: centered || momentum > 0 ? undefined : fused,
      slots: [['velocity'], ['momentum'], ['averageGradient']],
    };
  });
}
