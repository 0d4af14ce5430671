import { expectNumber } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface LinearOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** The learning rate from step `steps` on. */
  endLearningRate: number;
  /** How many steps the way takes. */
  steps: number;
}

/**
 * A straight line, and then its end: learningRate(step) = initialLearningRate + (endLearningRate - initialLearningRate) *
 * min(step / steps, 1). Not in Keras; Optax' `linear_schedule`.
 *
 * @throws Error if `steps` is not above 0 or another number is not finite
 * @example linear({ initialLearningRate: 1, endLearningRate: 0, steps: 10 })(5); // 0.5
 */
export function linear(options: LinearOptions): Schedule {
  const initialLearningRate = expectNumber('linear', 'initialLearningRate', options.initialLearningRate);
  const endLearningRate = expectNumber('linear', 'endLearningRate', options.endLearningRate);
  const steps = expectNumber('linear', 'steps', options.steps, { above: 0 });
  const schedule = (step: number): number =>
    step >= steps ? endLearningRate : initialLearningRate + (endLearningRate - initialLearningRate) * (step / steps);
  return Object.assign(schedule, { className: 'Linear', config: { initialLearningRate, endLearningRate, steps } });
}
