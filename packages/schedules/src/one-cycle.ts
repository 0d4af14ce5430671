import { expectNumber, expectOneOf } from '@sixstep/parts';
import type { Schedule } from './schedule.js';

export interface OneCycleOptions {
  /** The highest learning rate. */
  maxLearningRate: number;
  /** How many steps there are in all. */
  totalSteps: number;
  /** The fraction of the steps that the rise takes. Defaults to 0.3. */
  pctStart?: number;
  /** The form of rise and fall. Defaults to 'cos'. */
  annealStrategy?: 'cos' | 'linear';
  /** The learning rate at step 0 is maxLearningRate / divFactor. Defaults to 25. */
  divFactor?: number;
  /** The learning rate of the last step is that of step 0 / finalDivFactor. Defaults to 1e4. */
  finalDivFactor?: number;
  /** Whether to fall in two phases: as long as the rise down to the learning rate of step 0, then on. Defaults to false. */
  threePhase?: boolean;
}

/**
 * Up once and down once: Smith & Topin 2018, Super-Convergence. From maxLearningRate / divFactor at step 0 to
 * maxLearningRate at step pctStart * totalSteps - 1, and down to the end at step totalSteps - 1, where it then stays.
 *
 *     between a at p = 0 and b at p = 1:  'cos': b + (a - b) * (1 + cos(pi * p)) / 2;  'linear': a + (b - a) * p
 *
 * Not in Keras; names and defaults are those of PyTorch's `OneCycleLR`, which throws after the last step.
 *
 * @throws Error if `totalSteps` is not above 1, `pctStart` is not in [0, 1] or a factor is not above 0
 * @example oneCycle({ maxLearningRate: 1, totalSteps: 11 })(0); // 0.04
 */
export function oneCycle(options: OneCycleOptions): Schedule {
  const place = 'oneCycle';
  const { threePhase = false } = options;
  const maxLearningRate = expectNumber(place, 'maxLearningRate', options.maxLearningRate);
  const totalSteps = expectNumber(place, 'totalSteps', options.totalSteps, { above: 1 });
  const pctStart = expectNumber(place, 'pctStart', options.pctStart ?? 0.3, { min: 0, max: threePhase ? 0.5 : 1 });
  const annealStrategy = expectOneOf(place, 'annealStrategy', options.annealStrategy ?? 'cos', ['cos', 'linear']);
  const divFactor = expectNumber(place, 'divFactor', options.divFactor ?? 25, { above: 0 });
  const finalDivFactor = expectNumber(place, 'finalDivFactor', options.finalDivFactor ?? 1e4, { above: 0 });

  const first = maxLearningRate / divFactor;
  const last = first / finalDivFactor;
  const top = pctStart * totalSteps - 1;
  const corners: (readonly [step: number, learningRate: number])[] = [
    [0, first],
    [top, maxLearningRate],
    ...(threePhase ? [[2 * top, first] as const] : []),
    [totalSteps - 1, last],
  ];
  const between = (a: number, b: number, p: number): number =>
    annealStrategy === 'cos' ? b + ((a - b) / 2) * (1 + Math.cos(Math.PI * p)) : a + (b - a) * p;
  const schedule = (step: number): number => {
    const i = corners.findIndex(([end], k) => k > 0 && step < end);
    if (i < 0) return last;
    const [[begin, a], [end, b]] = [corners[i - 1]!, corners[i]!];
    return between(a, b, (step - begin) / (end - begin));
  };
  const config = { maxLearningRate, totalSteps, pctStart, annealStrategy, divFactor, finalDivFactor, threePhase };
  return Object.assign(schedule, { className: 'OneCycle', config });
}
