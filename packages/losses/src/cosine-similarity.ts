import { type Described, expectInteger } from '@sixstep/parts';
import { mul, neg, sum } from '@tensorflow/tfjs-core';
import { expectBroadcast } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { normalized } from './normalized.js';

export interface CosineSimilarityOptions extends LossOptions {
  /** The axis of the vectors. Defaults to the last. */
  readonly axis?: number;
}

/**
 * -sum(u * v) with u and v the targets and predictions scaled to length 1: -1 for the same direction, 1 for the opposite.
 *
 * @throws Error if `axis` is not an integer, or if targets, predictions or weights do not fit each other
 */
export function cosineSimilarity(options: CosineSimilarityOptions = {}): Loss & Described {
  const place = 'cosineSimilarity';
  const axis = expectInteger(place, 'axis', options.axis ?? -1, { min: Number.MIN_SAFE_INTEGER });
  return makeLoss(options, {
    place,
    className: 'CosineSimilarity',
    config: { axis },
    perSample: (yTrue, yPred) => {
      expectBroadcast(place, yTrue, yPred);
      return neg(sum(mul(normalized(floatTargets(yTrue), axis), normalized(yPred, axis)), axis));
    },
  });
}
