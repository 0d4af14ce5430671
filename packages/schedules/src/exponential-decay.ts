import { expectNumber } from '@sixstep/parts';
import { power } from './power.js';
import type { Schedule } from './schedule.js';

export interface ExponentialDecayOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** After so many steps the learning rate is `decayRate` times what it was. */
  decaySteps: number;
  decayRate: number;
  /** Whether to decay at once after each `decaySteps` steps, and not a little at every step. Defaults to false. */
  staircase?: boolean;
}

/**
 * Exponential decay: learningRate(step) = initialLearningRate * decayRate^(step / decaySteps), the exponent rounded down
 * with `staircase`.
 *
 * @throws Error if `decaySteps` is not above 0 or another number is not finite
 * @example exponentialDecay({ initialLearningRate: 0.2, decaySteps: 1, decayRate: 0.99 })(1); // 0.198
 */
export function exponentialDecay(options: ExponentialDecayOptions): Schedule {
  const place = 'exponentialDecay';
  const { staircase = false } = options;
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate);
  const decaySteps = expectNumber(place, 'decaySteps', options.decaySteps, { above: 0 });
  const decayRate = expectNumber(place, 'decayRate', options.decayRate);
  const schedule = (step: number): number => {
    const p = step / decaySteps;
    return initialLearningRate * power(decayRate, staircase ? Math.floor(p) : p);
  };
  const config = { initialLearningRate, decaySteps, decayRate, staircase };
  return Object.assign(schedule, { className: 'ExponentialDecay', config });
}
