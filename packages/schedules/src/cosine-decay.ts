import { expectNumber } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface CosineDecayOptions {
  /** The learning rate at step 0. */
  initialLearningRate: number;
  /** How many steps the decay takes, the warm-up not counted. */
  decaySteps: number;
  /** The least learning rate, as a fraction of the highest. Defaults to 0. */
  alpha?: number;
  /** The learning rate to rise to before the decay begins; null (the default) for no warm-up. */
  warmupTarget?: number | null;
  /** How many steps the rise takes. Defaults to 0. */
  warmupSteps?: number;
}

/**
 * Half a wave of a cosine, from the top to the bottom, and a linear warm-up before it if `warmupTarget` is given.
 *
 *     warm-up, step < warmupSteps:  initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps
 *     then, p = min(step - warmupSteps, decaySteps) / decaySteps:  top * ((1 - alpha) * (1 + cos(pi * p)) / 2 + alpha)
 *
 * where top is `warmupTarget`, or `initialLearningRate` without a warm-up. Loshchilov & Hutter 2017, SGDR. The last bit
 * may depend on the JavaScript engine's `Math.cos`.
 *
 * @throws Error if `decaySteps` is not above 0, `warmupSteps` is negative or another number is not finite
 * @example cosineDecay({ initialLearningRate: 0.1, decaySteps: 30 })(30); // 0
 */
export function cosineDecay(options: CosineDecayOptions): Schedule {
  const place = 'cosineDecay';
  const initialLearningRate = expectNumber(place, 'initialLearningRate', options.initialLearningRate);
  const decaySteps = expectNumber(place, 'decaySteps', options.decaySteps, { above: 0 });
  const alpha = expectNumber(place, 'alpha', options.alpha ?? 0);
  const target = options.warmupTarget ?? null;
  const warmupTarget = target === null ? null : expectNumber(place, 'warmupTarget', target);
  const warmupSteps = expectNumber(place, 'warmupSteps', options.warmupSteps ?? 0, { min: 0 });
  const begin = warmupTarget === null ? 0 : warmupSteps;
  const top = warmupTarget ?? initialLearningRate;
  const schedule = (step: number): number => {
    if (step < begin) return initialLearningRate + (top - initialLearningRate) * (step / warmupSteps);
    const p = Math.min(step - begin, decaySteps) / decaySteps;
    return top * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * p)) + alpha);
  };
  const config = { initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps };
  return Object.assign(schedule, { className: 'CosineDecay', config });
}
