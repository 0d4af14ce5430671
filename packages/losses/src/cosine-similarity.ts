import { type Described, integer, readOptions } from '@sixstep/parts';
import { maximum, mul, neg, rsqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

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
  const config = readOptions('cosineSimilarity', options, { axis: [-1, integer] });
  const { axis } = config;
  // What is shorter than 1e-7 is multiplied by 1e7 only.
  const normalized = (x: Tensor): Tensor => mul(x, rsqrt(maximum(sum(square(x), axis, true), epsilon ** 2)));
  return targetLoss('cosineSimilarity', options, config, (yTrue, yPred) =>
    neg(sum(mul(normalized(yTrue), normalized(yPred)), axis)),
  );
}
