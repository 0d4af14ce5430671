import { div, log, mul, sum } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import type { LossFactory } from './define-loss.js';
import { targetLoss } from './target-loss.js';

/**
 * The Kullback-Leibler divergence sum(yTrue * log(yTrue / yPred)) over the last axis, of probabilities that are first
 * clipped to [1e-7, 1].
 *
 * @throws Error if targets, predictions or weights do not fit each other
 * @source Kullback and Leibler 1951, https://doi.org/10.1214/aoms/1177729694
 */
export const klDivergence: LossFactory = /* @__PURE__ */ targetLoss(
  'klDivergence',
  {},
  () => (yTrue, yPred) => {
    const targets = clip(yTrue, 1);
    return sum(mul(targets, log(div(targets, clip(yPred, 1)))), -1);
  },
  'KLDivergence',
);
