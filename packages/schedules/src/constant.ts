import { expectNumber } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface ConstantOptions {
  /** The learning rate. */
  learningRate: number;
}

/**
 * The same learning rate at every step: learningRate(step) = learningRate. Of use inside `joinSchedules`.
 *
 * @throws Error if `learningRate` is not a finite number
 * @example constant({ learningRate: 0.1 })(1000); // 0.1
 */
export function constant(options: ConstantOptions): Schedule {
  const learningRate = expectNumber('constant', 'learningRate', options.learningRate);
  return Object.assign(() => learningRate, { className: 'Constant', config: { learningRate } });
}
