import { constant } from './constant.js';
import { cosineDecayRestarts } from './cosine-decay-restarts.js';
import { cosineDecay } from './cosine-decay.js';
import { exponentialDecay } from './exponential-decay.js';
import { inverseTimeDecay } from './inverse-time-decay.js';
import { joinSchedules } from './join-schedules.js';
import { linearWarmup } from './linear-warmup.js';
import { linear } from './linear.js';
import { oneCycle } from './one-cycle.js';
import { piecewiseConstantDecay } from './piecewise-constant-decay.js';
import { polynomialDecay } from './polynomial-decay.js';

/** What the table holds. */
export interface Schedules {
  readonly constant: typeof constant;
  readonly cosineDecay: typeof cosineDecay;
  readonly cosineDecayRestarts: typeof cosineDecayRestarts;
  readonly exponentialDecay: typeof exponentialDecay;
  readonly inverseTimeDecay: typeof inverseTimeDecay;
  readonly joinSchedules: typeof joinSchedules;
  readonly linear: typeof linear;
  readonly linearWarmup: typeof linearWarmup;
  readonly oneCycle: typeof oneCycle;
  readonly piecewiseConstantDecay: typeof piecewiseConstantDecay;
  readonly polynomialDecay: typeof polynomialDecay;
}

/** All factories of schedules by name. */
export const schedules: Schedules = {
  constant,
  cosineDecay,
  cosineDecayRestarts,
  exponentialDecay,
  inverseTimeDecay,
  joinSchedules,
  linear,
  linearWarmup,
  oneCycle,
  piecewiseConstantDecay,
  polynomialDecay,
} as const;

export type ScheduleName = keyof Schedules;
