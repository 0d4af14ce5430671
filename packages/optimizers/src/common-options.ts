import { expectNumber, fraction, integerFrom, notNegative } from '@sixstep/parts';
import type { Schedule } from './optimizer.js';
import type { WeightDecayExclusion } from './weight-decay-exclusion.js';

/** What every optimizer can do besides its own formula. Where `null` is allowed it is the default, and means "not". */
export interface CommonOptions {
  /** A number, or a schedule: step -> learning rate. */
  learningRate?: number | Schedule;
  /** Decoupled weight decay: before each update w = w - weightDecay * learningRate * w. */
  weightDecay?: number | null;
  /** The highest Euclidean norm of each variable's gradient. Only one of the three kinds of clipping may be given. */
  clipnorm?: number | null;
  /** The highest absolute value of each element of the gradients. */
  clipvalue?: number | null;
  /** The highest Euclidean norm of all gradients together. */
  globalClipnorm?: number | null;
  /** Whether to keep an exponential moving average of the variables, which `finalize` puts into them. Defaults to false. */
  useEma?: boolean;
  /** How much of that average stays at each step. Defaults to 0.99. */
  emaMomentum?: number;
  /** After how many updates the variables are set to their averages, again and again. */
  emaOverwriteFrequency?: number | null;
  /** How many gradients are averaged for one update, at least 2. Schedules count all steps, all else counts updates. */
  gradientAccumulationSteps?: number | null;
  /** The variables that weight decay leaves alone: patterns of their names, or a function of the name. */
  excludeFromWeightDecay?: WeightDecayExclusion | null;
}

/** The common options as they were given and defaulted. */
export type CommonConfig = { readonly [K in keyof CommonOptions]-?: Exclude<CommonOptions[K], undefined> };

/** What is not negative, or a schedule. */
export function numberOrSchedule(place: string, option: string, value: unknown): number | Schedule {
  if (typeof value === 'function') return value as Schedule;
  return expectNumber(place, option, value, { min: 0, hint: 'Pass a number or a schedule, a function of the step.' });
}

/** The common options' defaults and checks, for `readOptions`. */
export const commonDefaults: { readonly [K in keyof CommonOptions]-?: unknown } = {
  learningRate: [0.001, numberOrSchedule],
  weightDecay: [null, notNegative],
  clipnorm: [null, notNegative],
  clipvalue: [null, notNegative],
  globalClipnorm: [null, notNegative],
  useEma: false,
  emaMomentum: [0.99, fraction],
  emaOverwriteFrequency: [null, integerFrom(1)],
  gradientAccumulationSteps: [null, integerFrom(2)],
  excludeFromWeightDecay: null,
};
