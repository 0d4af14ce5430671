import { cosineDecay, exponentialDecay, oneCycle, piecewiseConstantDecay, type Schedule } from '@sixstep/schedules';
import type { ScheduleChoice } from './plane-setup.js';

type Make = (learningRate: number, steps: number) => number | Schedule;

/** From a learning rate and the number of all steps to what the optimizer takes. */
export const makeSchedule: Readonly<Record<ScheduleChoice, Make>> = {
  constant: (learningRate) => learningRate,
  stepDecay: (learningRate, steps) =>
    piecewiseConstantDecay({
      boundaries: [Math.round(steps / 3), Math.round((2 * steps) / 3)],
      values: [learningRate, learningRate / 5, learningRate / 25],
    }),
  exponentialDecay: (initialLearningRate, steps) =>
    exponentialDecay({ initialLearningRate, decaySteps: steps, decayRate: 0.01 }),
  cosineDecay: (initialLearningRate, steps) => cosineDecay({ initialLearningRate, decaySteps: steps }),
  oneCycle: (maxLearningRate, steps) => oneCycle({ maxLearningRate, totalSteps: Math.max(2, steps) }),
};
