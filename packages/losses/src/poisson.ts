import { add, log, mul, sub } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * mean(yPred - yTrue * log(yPred + 1e-7)) over the last axis: the negative log-likelihood of counts yTrue that are
 * Poisson distributed around yPred, but for a constant.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const poisson: LossFactory = /* @__PURE__ */ regression(
  'poisson',
  {},
  () => (yTrue, yPred) => sub(yPred, mul(yTrue, log(add(yPred, epsilon)))),
);
