import type { Described } from '@sixstep/parts';
import { abs, sub } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

/**
 * mean(|yTrue - yPred|) over the last axis. Its derivative at a perfect prediction is 0.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export function meanAbsoluteError(options: LossOptions = {}): Loss & Described {
  return regression('meanAbsoluteError', options, {}, (yTrue, yPred) => abs(sub(yTrue, yPred)));
}
