import { notNegative } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByRss } from '../transforms/scale-by-rss.js';

export interface AdagradOptions extends CommonOptions {
  /** Where the sum of squares begins. Defaults to 0.1. */
  initialAccumulatorValue?: number;
  /** Defaults to 1e-7. With 0, what never had a gradient does not move. */
  epsilon?: number;
}

/**
 * AdaGrad, r = 0.001 by default: V = V + g^2 from V = initialAccumulatorValue; w = w - r * g / sqrt(V + epsilon).
 *
 * Duchi, Hazan & Singer 2011. The paper and lectures have both options 0; PyTorch adds epsilon to the root.
 *
 * @throws Error if an option is out of its range
 */
export function adagrad(options: AdagradOptions = {}): Optimizer {
  const defaults = { initialAccumulatorValue: [0.1, notNegative], epsilon: [1e-7, notNegative] } as const;
  return defineOptimizer('adagrad', options, defaults, (config) => ({
    transform: chain(scaleByRss(config), scaleByLearningRate()),
  }));
}
