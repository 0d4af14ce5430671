import { abs, div, maximum, mul, sub } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { LossFactory } from './define-loss.js';
import { regression } from './regression.js';

/**
 * 100 * mean(|yTrue - yPred| / max(|yTrue|, 1e-7)) over the last axis: in percent of the targets.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export const meanAbsolutePercentageError: LossFactory = /* @__PURE__ */ regression(
  'meanAbsolutePercentageError',
  {},
  () => (yTrue, yPred) => mul(abs(div(sub(yTrue, yPred), maximum(abs(yTrue), epsilon))), 100),
);
