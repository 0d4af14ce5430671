import { notNegative, within } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import {
  followRegularizedLeader,
  type FollowRegularizedLeaderOptions,
} from '../transforms/follow-regularized-leader.js';

export interface FtrlOptions extends CommonOptions, FollowRegularizedLeaderOptions {}

/**
 * Follow the regularized leader, r = 0.001 by default; p = learningRatePower, n from initialAccumulatorValue, z from 0:
 *
 *     n' = n + g^2;  z = z + g + 2 * l2Shrinkage * w - (n'^-p - n^-p) / r * w
 *     w = (clip(z, -l1, l1) - z) / (n'^-p / r + 2 * (l2 + beta / (2 r)))
 *
 * For sparse linear models: `l1RegularizationStrength` makes weights exactly 0. McMahan et al. 2013, algorithm 1.
 *
 * @throws Error if an option is out of its range
 */
export function ftrl(options: FtrlOptions = {}): Optimizer {
  const defaults = {
    learningRatePower: [-0.5, within({ max: 0 })],
    initialAccumulatorValue: [0.1, notNegative],
    l1RegularizationStrength: [0, notNegative],
    l2RegularizationStrength: [0, notNegative],
    l2ShrinkageRegularizationStrength: [0, notNegative],
    beta: 0,
  } as const;
  return defineOptimizer('ftrl', options, defaults, (config) => ({ transform: followRegularizedLeader(config) }));
}
