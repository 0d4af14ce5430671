import type { Described } from '@sixstep/parts';
import { squaredDifference } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

/**
 * mean((yTrue - yPred)^2) over the last axis.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 */
export function meanSquaredError(options: LossOptions = {}): Loss & Described {
  return regression('meanSquaredError', options, {}, squaredDifference);
}
