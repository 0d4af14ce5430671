import { expectOneOf } from '@sixstep/parts';
import type { Reduction } from './loss.js';

const reductions = ['sumOverBatchSize', 'mean', 'sum', 'meanWithSampleWeight', 'none'] as const;

/**
 * The reduction that was asked for: by default the mean; null is `'none'`.
 *
 * @throws Error that lists the reductions
 */
export function standardReduction(place: string, reduction: Reduction | null | undefined): Reduction {
  if (reduction === undefined) return 'sumOverBatchSize';
  return reduction === null ? 'none' : expectOneOf(place, 'reduction', reduction, reductions);
}
