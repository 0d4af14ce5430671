import { optimizerByName } from '#by-name';
import type { Optimizer } from './optimizer.js';
import type { OptimizerName } from './optimizers.js';

/**
 * The optimizer itself, or a new one of that name with its default options.
 *
 * @throws Error if there is none of that name
 */
export function getOptimizer(nameOrOptimizer: OptimizerName | Optimizer, place = 'getOptimizer'): Optimizer {
  if (typeof nameOrOptimizer === 'object' && 'apply' in nameOrOptimizer) return nameOrOptimizer;
  return optimizerByName(nameOrOptimizer, place);
}
