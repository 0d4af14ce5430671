import { add, max, maximum, mul, sub, sum } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import { targetLoss } from './target-loss.js';

/**
 * max(neg - pos + 1, 0) with pos = sum(yTrue * yPred) and neg = max((1 - yTrue) * yPred) over the last axis, for one-hot
 * targets: the true class is to lead by 1.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 * @source Crammer and Singer 2001, https://www.jmlr.org/papers/v2/crammer01a.html
 */
export const categoricalHinge: LossFactory = /* @__PURE__ */ targetLoss(
  'categoricalHinge',
  {},
  () => (yTrue, yPred) => {
    const pos = sum(mul(yTrue, yPred), -1);
    const neg = max(mul(sub(1, yTrue), yPred), -1);
    return maximum(add(sub(neg, pos), 1), 0);
  },
);
