import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';

/** (yTrue, yPred) -> the losses of the samples, or a scalar. */
export type PerSample = (yTrue: Tensor, yPred: Tensor) => Tensor;

/**
 * A loss from a user's function, with the sample weights and the reduction that ours have.
 *
 * @example customLoss((yTrue, yPred) => mean(abs(sub(yTrue, yPred)), -1), { reduction: 'sum' })
 */
export function customLoss(fn: PerSample, options: LossOptions = {}): Loss & Described {
  return makeLoss(fn.name || 'customLoss', options, { fn }, (yTrue, yPred) => fn(yTrue, yPred), 'LossFunctionWrapper');
}
