import { expectNumber } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface InverseTimeDecayOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** How many steps count as one unit of time. */
  decaySteps: number;
  decayRate: number;
  /** Whether to count whole units of time only. Defaults to false. */
  staircase?: boolean;
}

/**
 * Inverse time decay: learningRate(step) = initialLearningRate / (1 + decayRate * step / decaySteps), the quotient step /
 * decaySteps rounded down with `staircase`.
 *
 * @throws Error if `decaySteps` is not above 0 or another number is not finite
 * @example inverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 5, decayRate: 0.5 })(10); // 0.05
 */
export function inverseTimeDecay(options: InverseTimeDecayOptions): Schedule {
  const place = 'inverseTimeDecay';
  const { staircase = false } = options;
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate);
  const decaySteps = expectNumber(place, 'decaySteps', options.decaySteps, { above: 0 });
  const decayRate = expectNumber(place, 'decayRate', options.decayRate);
  const schedule = (step: number): number => {
    const p = step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(p) : p));
  };
  const config = { initialLearningRate, decaySteps, decayRate, staircase };
  return Object.assign(schedule, { className: 'InverseTimeDecay', config });
}
