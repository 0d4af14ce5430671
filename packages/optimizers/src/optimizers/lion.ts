import { fraction, within } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByLion } from '../transforms/scale-by-lion.js';

export interface LionOptions extends CommonOptions {
  /** How much of the momentum goes into the sign, in (0, 1]. Defaults to 0.9. */
  beta1?: number;
  /** How much of the momentum stays at each step, in [0, 1]. Defaults to 0.99. */
  beta2?: number;
}

/**
 * Steps of one size, r = 0.001 by default; m from 0:
 *
 *     w = w - r * sign(beta1 * m + (1 - beta1) * g);  m = beta2 * m + (1 - beta2) * g
 *
 * Chen et al. 2023. Wants a learning rate of a third to a tenth of Adam's.
 *
 * @throws Error if an option is out of its range
 */
export function lion(options: LionOptions = {}): Optimizer {
  const defaults = { beta1: [0.9, within({ above: 0, max: 1 })], beta2: [0.99, fraction] } as const;
  return defineOptimizer('lion', options, defaults, (config) => ({
    transform: chain(scaleByLion(config), scaleByLearningRate()),
  }));
}
