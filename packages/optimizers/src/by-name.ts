import { lookUp } from '@sixstep/parts';
import type { Optimizer } from './optimizer.js';
import { type OptimizerName, optimizers } from './optimizers.js';

/** A new optimizer of that name with its default options. */
export function optimizerByName(name: OptimizerName, place: string): Optimizer {
  return lookUp(optimizers, name, place, 'optimizer')();
}
