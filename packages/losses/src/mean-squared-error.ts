import { squaredDifference } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean((yTrue - yPred)^2) over the last axis.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const meanSquaredError: LossFactory = /* @__PURE__ */ regression(
  'meanSquaredError',
  {},
  () => squaredDifference,
);
