import type { Described } from '@sixstep/parts';
import { abs, div, maximum, mul, sub } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

/**
 * 100 * mean(|yTrue - yPred| / max(|yTrue|, 1e-7)) over the last axis: in percent of the targets.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export function meanAbsolutePercentageError(options: LossOptions = {}): Loss & Described {
  return regression('meanAbsolutePercentageError', options, {}, (yTrue, yPred) =>
    mul(abs(div(sub(yTrue, yPred), maximum(abs(yTrue), epsilon))), 100),
  );
}
