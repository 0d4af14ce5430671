import { expectInteger, expectNumber } from '@sixstep/parts';
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

export type CheckedOptions = { readonly [K in keyof CommonOptions]-?: Exclude<CommonOptions[K], undefined> };

/** The options with their defaults. @throws Error if one is out of its range, or several kinds of clipping are given */
export function checkCommonOptions(
  place: string,
  options: CommonOptions,
  defaults: { readonly learningRate: number; readonly weightDecay?: number },
): CheckedOptions {
  const optional = (option: keyof CommonOptions, fallback: number | null = null): number | null => {
    const value = options[option] === undefined ? fallback : options[option];
    return value === null ? null : expectNumber(place, option, value, { min: 0 });
  };
  const count = (option: keyof CommonOptions, min: number): number | null => {
    const value = options[option] ?? null;
    return value === null ? null : expectInteger(place, option, value, { min });
  };
  const clips = (['clipnorm', 'clipvalue', 'globalClipnorm'] as const).filter(
    (name) => (options[name] ?? null) !== null,
  );
  if (clips.length > 1) {
    throw new Error(
      `${place}: expected at most one of clipnorm, clipvalue and globalClipnorm, received ${clips.join(' and ')}. ` +
        `Leave out all but one.`,
    );
  }
  return {
    learningRate: checkLearningRate(place, options.learningRate ?? defaults.learningRate),
    weightDecay: optional('weightDecay', defaults.weightDecay),
    clipnorm: optional('clipnorm'),
    clipvalue: optional('clipvalue'),
    globalClipnorm: optional('globalClipnorm'),
    useEma: options.useEma ?? false,
    emaMomentum: expectNumber(place, 'emaMomentum', options.emaMomentum ?? 0.99, { min: 0, max: 1 }),
    emaOverwriteFrequency: count('emaOverwriteFrequency', 1),
    gradientAccumulationSteps: count('gradientAccumulationSteps', 2),
    excludeFromWeightDecay: options.excludeFromWeightDecay ?? null,
  };
}

export function checkLearningRate(place: string, value: unknown): number | Schedule {
  if (typeof value === 'function') return value as Schedule;
  return expectNumber(place, 'learningRate', value, {
    min: 0,
    hint: 'Pass a number or a schedule, a function of the step.',
  });
}
