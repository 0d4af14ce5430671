import type { Described } from '@sixstep/parts';
import { maximum, mul, sub } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';
import { signedLabels } from './signed-labels.js';

/**
 * mean(max(1 - yTrue * yPred, 0)) over the last axis, for labels -1 and 1. If all labels are 0 or 1, 0 stands for -1.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 * @source Cortes and Vapnik 1995, https://doi.org/10.1007/BF00994018
 */
export function hinge(options: LossOptions = {}): Loss & Described {
  return regression('hinge', options, {}, (yTrue, yPred) => maximum(sub(1, mul(signedLabels(yTrue), yPred)), 0));
}
