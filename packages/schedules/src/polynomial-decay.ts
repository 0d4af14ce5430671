import { expectNumber } from '@sixstep/parts';
import { power as toThe } from './power.js';
import type { Schedule } from './schedule.js';

export interface PolynomialDecayOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** The step at which `endLearningRate` is reached. */
  decaySteps: number;
  /** Defaults to 0.0001. */
  endLearningRate?: number;
  /** 1 (the default) is a straight line. */
  power?: number;
  /** Whether to begin anew after the end, each time over more steps, and not to stay there. Defaults to false. */
  cycle?: boolean;
}

/**
 * Polynomial decay: learningRate(step) = (initialLearningRate - endLearningRate) * (1 - p)^power + endLearningRate with
 * p = min(step, decaySteps) / decaySteps. With `cycle`, p = step / (decaySteps * max(1, ceil(step / decaySteps))).
 *
 * @throws Error if `decaySteps` is not above 0 or another number is not finite
 * @example polynomialDecay({ initialLearningRate: 0.1, decaySteps: 20, endLearningRate: 0 })(10); // 0.05
 */
export function polynomialDecay(options: PolynomialDecayOptions): Schedule {
  const place = 'polynomialDecay';
  const { cycle = false } = options;
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate);
  const decaySteps = expectNumber(place, 'decaySteps', options.decaySteps, { above: 0 });
  const endLearningRate = expectNumber(place, 'endLearningRate', options.endLearningRate ?? 0.0001);
  const power = expectNumber(place, 'power', options.power ?? 1);
  const schedule = (step: number): number => {
    const steps = cycle ? decaySteps * Math.max(1, Math.ceil(step / decaySteps)) : decaySteps;
    const p = Math.min(step, steps) / steps;
    return (initialLearningRate - endLearningRate) * toThe(1 - p, power) + endLearningRate;
  };
  const config = { initialLearningRate, decaySteps, endLearningRate, power, cycle };
  return Object.assign(schedule, { className: 'PolynomialDecay', config });
}
