import { fraction, notNegative } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByAdadelta } from '../transforms/scale-by-adadelta.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';

export interface AdadeltaOptions extends CommonOptions {
  /** How much of the averages stays at each step, in [0, 1]. Defaults to 0.95. */
  rho?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
}

/**
 * Adadelta, r = 0.001 by default (the paper has 1), v and d from 0:
 *
 *     v = rho * v + (1 - rho) * g^2;  delta = g * sqrt(d + epsilon) / sqrt(v + epsilon)
 *     d = rho * d + (1 - rho) * delta^2;  w = w - r * delta
 *
 * Zeiler 2012, algorithm 1.
 *
 * @throws Error if an option is out of its range
 */
export function adadelta(options: AdadeltaOptions = {}): Optimizer {
  return defineOptimizer('adadelta', options, { rho: [0.95, fraction], epsilon: [1e-7, notNegative] }, (config) => ({
    transform: chain(scaleByAdadelta(config), scaleByLearningRate()),
  }));
}
