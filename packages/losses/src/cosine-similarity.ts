import { integer } from '@sixstep/parts';
import { div, maximum, mul, neg, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { LossFactory } from './define-loss.js';
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
export const cosineSimilarity: LossFactory<CosineSimilarityOptions> =
  /* @__PURE__ */ targetLoss<CosineSimilarityOptions>('cosineSimilarity', { axis: [-1, integer] }, ({ axis }) => {
    // What is shorter than 1e-7 is multiplied by 1e7 only.
    const normalized = (x: Tensor): Tensor => div(x, sqrt(maximum(sum(square(x), axis, true), epsilon ** 2)));
    return (yTrue, yPred) => neg(sum(mul(normalized(yTrue), normalized(yPred)), axis));
  });
