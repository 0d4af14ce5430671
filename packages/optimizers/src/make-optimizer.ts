import { type Config, readOptions } from '@sixstep/parts';
import { commonDefaults, type CommonOptions, numberOrSchedule } from './common-options.js';
import { drive } from './driver.js';
import type { Optimizer, OptimizerState } from './optimizer.js';
import type { Transform } from './transform.js';

export interface MakeOptimizerOptions<S extends OptimizerState = OptimizerState> extends CommonOptions {
  /** From gradients to what is added to the variables; `scaleByLearningRate` is usually its last part. */
  transform: Transform<S>;
  /** What the optimizer calls itself. Defaults to 'Optimizer'. */
  className?: string;
  /** The options that it was made with, to be found again in `config`. Defaults to none. */
  config?: Config;
}

/**
 * An optimizer of one's own, from transforms: w = w + transform(g). All common options work. r = 0.01 by default.
 *
 * @throws Error if a common option is out of its range
 * @example optimizer({ transform: chain(scaleByAdam(), addDecayedWeights(1e-4), scaleByLearningRate()), learningRate: 1e-3 })
 */
export function optimizer<S extends OptimizerState>(options: MakeOptimizerOptions<S>): Optimizer {
  const { transform, className = 'Optimizer', config } = options;
  const common = readOptions('optimizer', options as CommonOptions, {
    ...commonDefaults,
    learningRate: [0.01, numberOrSchedule],
  });
  return drive('optimizer', { ...config, ...common }, { transform, className });
}
