import { expectNumber, formatValue } from '@sixstep/parts';
import { expectBoundaries } from './expect-boundaries.js';
import type { Schedule } from './schedule.js';

export interface JoinSchedulesOptions {
  /** What comes one after another: schedules, or learning rates. */
  schedules: readonly (number | ((step: number) => number))[];
  /** The first step of each schedule but the first, rising. */
  boundaries: readonly number[];
}

/**
 * One schedule after another, each beginning at its own step 0: `learningRate(step) = schedules[i](step - boundaries[i - 1])`
 * with i the number of boundaries that step has reached. Not in Keras; Optax' `join_schedules`.
 *
 * @throws Error if there is not one schedule more than boundaries, or the boundaries fall
 * @example joinSchedules({ schedules: [0.1, cosineDecay({ initialLearningRate: 0.1, decaySteps: 50 })], boundaries: [10] })
 */
export function joinSchedules(options: JoinSchedulesOptions): Schedule {
  const place = 'joinSchedules';
  const { schedules } = options;
  if (!Array.isArray(schedules) || schedules.length === 0) {
    throw new Error(
      `${place}: expected schedules to be an array of schedules, received ${formatValue(schedules)}. ` +
        `Pass one more than there are boundaries.`,
    );
  }
  const hint = 'Pass a learning rate or a schedule.';
  schedules.forEach((part, i) => {
    if (typeof part !== 'function') expectNumber(place, `schedules[${i}]`, part, { hint });
  });
  const boundaries = expectBoundaries(place, options.boundaries, schedules.length, 'schedules');
  const schedule = (step: number): number => {
    let i = 0;
    while (i < boundaries.length && step >= boundaries[i]!) i++;
    const part = schedules[i]!;
    return typeof part === 'number' ? part : part(i === 0 ? step : step - boundaries[i - 1]!);
  };
  return Object.assign(schedule, { className: 'JoinSchedules', config: { schedules: [...schedules], boundaries } });
}
