import { add, mul, softplus, sub } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean(log(cosh(x))) over the last axis, x = yPred - yTrue: x^2 / 2 near 0, |x| - log(2) far away.
 *
 * Computed as x + softplus(-2 x) - log(2), which does not overflow.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const logCosh: LossFactory = /* @__PURE__ */ regression('logCosh', {}, () => (yTrue, yPred) => {
  const x = sub(yPred, yTrue);
  return sub(add(x, softplus(mul(x, -2))), Math.LN2);
});
