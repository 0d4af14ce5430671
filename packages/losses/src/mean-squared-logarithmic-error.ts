import { add, log, maximum, squaredDifference, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean((log(max(yPred, 1e-7) + 1) - log(max(yTrue, 1e-7) + 1))^2) over the last axis: errors by ratio, not by difference.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const meanSquaredLogarithmicError: LossFactory = /* @__PURE__ */ regression(
  'meanSquaredLogarithmicError',
  {},
  () => {
    const logarithm = (x: Tensor): Tensor => log(add(maximum(x, epsilon), 1));
    return (yTrue, yPred) => squaredDifference(logarithm(yPred), logarithm(yTrue));
  },
);
