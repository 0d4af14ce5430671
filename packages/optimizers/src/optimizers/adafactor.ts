import { notNegative, within } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { clipByRms } from '../transforms/clip-by-rms.js';
import { scaleByFactoredRms } from '../transforms/scale-by-factored-rms.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleByParamRms } from '../transforms/scale-by-param-rms.js';

export interface AdafactorOptions extends CommonOptions {
  /** The mean squares keep 1 - t^beta2Decay at step t. Defaults to -0.8. */
  beta2Decay?: number;
  /** What is added to the squares of the gradients. Defaults to 1e-30. */
  epsilon1?: number;
  /** The least size of the weights that steps are relative to. Defaults to 1e-3. */
  epsilon2?: number;
  /** The highest root mean square of an update. Defaults to 1. */
  clipThreshold?: number;
  /** Defaults to true; without effect, as in Keras, where both cases come to the same learning rate. */
  relativeStep?: boolean;
}

/**
 * Adam with little memory, r = 0.001 by default: of a matrix' mean squares only those of rows and columns are kept (see
 * `scaleByFactoredRms` for v), t = 1, 2, ...
 *
 *     u = g / sqrt(v);  u = u / max(1, rms(u) / clipThreshold);  w = w - max(epsilon2, rms(w)) * min(r, 1 / sqrt(t)) * u
 *
 * with rms the root of the mean square of a variable. Shazeer & Stern 2018. Keras keeps v itself as well, and so do we.
 *
 * @throws Error if an option is out of its range
 */
export function adafactor(options: AdafactorOptions = {}): Optimizer {
  const defaults = {
    beta2Decay: -0.8,
    epsilon1: [1e-30, notNegative],
    epsilon2: [1e-3, notNegative],
    clipThreshold: [1, within({ above: 0 })],
    relativeStep: true,
  } as const;
  return defineOptimizer('adafactor', options, defaults, (config) => ({
    transform: chain(
      scaleByFactoredRms(config),
      clipByRms(config.clipThreshold),
      scaleByParamRms(config.epsilon2),
      scaleByLearningRate((learningRate, step) => Math.min(learningRate, 1 / Math.sqrt(step + 1))),
    ),
  }));
}
