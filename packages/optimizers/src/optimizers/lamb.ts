import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { scaleByAdam } from '../transforms/scale-by-adam.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByTrustRatio } from '../transforms/scale-by-trust-ratio.js';
import { betaDefaults, type BetaOptions } from './adam-options.js';

export type LambOptions = BetaOptions;

/**
 * Adam for large batches, r = 0.001 by default; m and v as in Adam, t = 1, 2, ...
 *
 *     u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon);  w = w - r * |w| / |u| * u
 *
 * with Euclidean norms per variable; the ratio is 1 where one of them is 0. You et al. 2020, algorithm 2. Weight decay is
 * decoupled, as in Keras; the paper has it in u.
 *
 * @throws Error if an option is out of its range
 */
export function lamb(options: LambOptions = {}): Optimizer {
  return defineOptimizer('lamb', options, betaDefaults, (config) => ({
    transform: chain(scaleByAdam({ ...config, epsilonHat: false }), scaleByTrustRatio(), scaleByLearningRate()),
  }));
}
