import { abs, sub } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean(|yTrue - yPred|) over the last axis. Its derivative at a perfect prediction is 0.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const meanAbsoluteError: LossFactory = /* @__PURE__ */ regression(
  'meanAbsoluteError',
  {},
  () => (yTrue, yPred) => abs(sub(yTrue, yPred)),
);
