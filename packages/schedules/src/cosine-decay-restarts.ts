import { expectNumber } from '@sixstep/parts';
import { power } from './power.js';
import type { Schedule } from './schedule.js';

export interface CosineDecayRestartsOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** How many steps the first period takes. */
  firstDecaySteps: number;
  /** Each period takes `tMul` times the steps of the one before. Defaults to 2. */
  tMul?: number;
  /** Each period begins at `mMul` times the learning rate of the one before. Defaults to 1. */
  mMul?: number;
  /** The least learning rate, as a fraction of the initial one. Defaults to 0. */
  alpha?: number;
}

/**
 * Cosine decay that begins anew, after periods that grow: SGDR, Loshchilov & Hutter 2017.
 *
 *     learningRate(step) = initialLearningRate * ((1 - alpha) * mMul^i * (1 + cos(pi * p)) / 2 + alpha)
 *
 * with i the number of whole periods before step and p the fraction of the present one. A period's first step is the one
 * at its whole number exactly (Keras computes it by logarithms in float32 and may be one period off there). With `tMul`
 * below 1 the periods shrink to nothing at firstDecaySteps / (1 - tMul); from there on there is none, and the value is
 * NaN, as in Keras.
 *
 * @throws Error if `firstDecaySteps` or `tMul` is not above 0 or another number is not finite
 * @example cosineDecayRestarts({ initialLearningRate: 0.1, firstDecaySteps: 8 })(8); // 0.1
 */
export function cosineDecayRestarts(options: CosineDecayRestartsOptions): Schedule {
  const place = 'cosineDecayRestarts';
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate);
  const firstDecaySteps = expectNumber(place, 'firstDecaySteps', options.firstDecaySteps, { above: 0 });
  const tMul = expectNumber(place, 'tMul', options.tMul ?? 2, { above: 0 });
  const mMul = expectNumber(place, 'mMul', options.mMul ?? 1);
  const alpha = expectNumber(place, 'alpha', options.alpha ?? 0);

  /** The time at which period i begins, in first periods: 1 + tMul + tMul^2 + ... */
  const beginning = (i: number): number => (tMul === 1 ? i : (1 - power(tMul, i)) / (1 - tMul));
  const period = (time: number): number => {
    if (tMul === 1) return Math.floor(time);
    let i = Math.max(0, Math.round(Math.log(1 - time * (1 - tMul)) / Math.log(tMul)));
    while (i > 0 && time < beginning(i)) i--;
    while (time >= beginning(i + 1)) i++;
    return i;
  };
  const schedule = (step: number): number => {
    const time = step / firstDecaySteps;
    if (time * (1 - tMul) >= 1) return NaN;
    const i = period(time);
    const p = (time - beginning(i)) / power(tMul, i);
    return initialLearningRate * ((1 - alpha) * 0.5 * power(mMul, i) * (1 + Math.cos(Math.PI * p)) + alpha);
  };
  const config = { initialLearningRate, firstDecaySteps, tMul, mMul, alpha };
  return Object.assign(schedule, { className: 'CosineDecayRestarts', config });
}
