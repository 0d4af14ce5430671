import { fraction } from '@sixstep/parts';
import { type CommonOptions, numberOrSchedule } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Fused } from '../fused.js';
import type { Optimizer, OptimizerState } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { trace, type TraceState } from '../transforms/trace.js';

export interface SgdOptions extends CommonOptions {
  /** How much of the momentum stays at each step, in [0, 1]. Defaults to 0: none. */
  momentum?: number;
  /** Whether to look one step ahead. Defaults to false. */
  nesterov?: boolean;
  /**
   * How much of a gradient the momentum does not take in, in [0, 1]. `null` (the default) is Keras' momentum, which has
   * the learning rate in it; a number is an average of gradients, multiplied by the learning rate afterwards.
   */
  dampening?: number | null;
  /** Whether to dampen the very first gradient, too. PyTorch does not. Defaults to true. */
  dampenFirstStep?: boolean;
}

/**
 * Gradient descent, with momentum if wanted. Learning rate r = 0.01 by default, m from 0:
 *
 *     no momentum:          w = w - r * g
 *     momentum:             m = momentum * m - r * g;                w = w + m              (Keras)
 *     ... with nesterov:                                             w = w + momentum * m - r * g
 *     momentum, dampening:  m = momentum * m + (1 - dampening) * g;  w = w - r * m
 *     ... with nesterov:                                             w = w - r * (momentum * m + (1 - dampening) * g)
 *
 * `dampening: momentum` is the exponential average of lectures, m = b * m + (1 - b) * g. `dampening: 0` is PyTorch's plain
 * momentum, and any other one PyTorch's with `dampenFirstStep: false`, where m starts at g. While the learning rate stays
 * the same, `null` and 0 are the same.
 *
 * Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013.
 *
 * @throws Error if an option is out of its range
 */
export function sgd(options: SgdOptions = {}): Optimizer {
  const defaults = {
    learningRate: [0.01, numberOrSchedule],
    momentum: [0, fraction],
    nesterov: false,
    dampening: [null, fraction],
    dampenFirstStep: true,
  } as const;
  return defineOptimizer('sgd', options, defaults, ({ momentum, nesterov, dampening, dampenFirstStep }) => {
    const className = 'SGD';
    if (momentum === 0) return { className, transform: chain(scaleByLearningRate()), fused: plain };
    const traced = trace({ decay: momentum, nesterov, dampening: dampening ?? 0, dampenFirstStep });
    const first = dampening === null;
    const fused: Fused<readonly OptimizerState[]> = {
      kernel: 'SixstepMomentum',
      step(state, { step, learningRate }) {
        const taken = step === 0 && !dampenFirstStep ? 1 : 1 - (dampening ?? 0);
        const scales = first
          ? { gradientScale: -learningRate, stepScale: 1 }
          : { gradientScale: taken, stepScale: -learningRate };
        const slots = state[first ? 1 : 0] as TraceState;
        return { slots, attrs: { momentum, nesterov: nesterov ? 1 : 0, ...scales } };
      },
    };
    const transforms = first ? [scaleByLearningRate(), traced] : [traced, scaleByLearningRate()];
    return { className, transform: chain(...transforms), fused };
  });
}

const plain: Fused<readonly OptimizerState[]> = {
  kernel: 'SixstepSgd',
  step: (state, { learningRate }) => ({ slots: {}, attrs: { learningRate } }),
};
