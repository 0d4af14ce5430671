import { expectNumber } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface LinearWarmupOptions {
  /** The learning rate at step 0. Defaults to 0. */
  initialLearningRate?: number;
  /** How many steps the rise takes. */
  warmupSteps: number;
  /** What follows after the rise: a learning rate, or a schedule that then begins at its step 0. */
  after: number | ((step: number) => number);
}

/**
 * A linear rise to where `after` begins, and then `after` itself:
 *
 *     step < warmupSteps:  initialLearningRate + (after(0) - initialLearningRate) * step / warmupSteps
 *     then:                after(step - warmupSteps)
 *
 * Goyal et al. 2017, Accurate, Large Minibatch SGD, section 2.2. Not in Keras, whose `CosineDecay` alone has a warm-up.
 *
 * @throws Error if `warmupSteps` is not above 0, or `after` is neither a number nor a function
 * @example linearWarmup({ warmupSteps: 10, after: 0.1 })(5); // 0.05
 */
export function linearWarmup(options: LinearWarmupOptions): Schedule {
  const place = 'linearWarmup';
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate ?? 0);
  const warmupSteps = expectNumber(place, 'warmupSteps', options.warmupSteps, { above: 0 });
  const { after } = options;
  const hint = 'Pass a learning rate or a schedule.';
  const then = typeof after === 'function' ? after : constantly(expectNumber(place, 'after', after, { hint }));
  const schedule = (step: number): number =>
    step < warmupSteps
      ? initialLearningRate + (then(0) - initialLearningRate) * (step / warmupSteps)
      : then(step - warmupSteps);
  return Object.assign(schedule, { className: 'LinearWarmup', config: { initialLearningRate, warmupSteps, after } });
}

const constantly =
  (value: number): (() => number) =>
  () =>
    value;
