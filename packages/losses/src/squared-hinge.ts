import { maximum, mul, square, sub } from '@tensorflow/tfjs-core';
import { signedLabels } from './signed-labels.js';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean(max(1 - yTrue * yPred, 0)^2) over the last axis, for labels -1 and 1. If all labels are 0 or 1, 0 stands for -1.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const squaredHinge: LossFactory = /* @__PURE__ */ regression(
  'squaredHinge',
  {},
  () => (yTrue, yPred) => square(maximum(sub(1, mul(signedLabels(yTrue), yPred)), 0)),
);
