import type { Config, Described } from '@sixstep/parts';
import { mean, type Tensor } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

/**
 * A loss that is the mean over an axis of something computed element by element.
 *
 * @param elements may return their mean at once where all are averaged
 */
export function regression(
  place: string,
  options: LossOptions,
  config: Config,
  elements: (yTrue: Tensor, yPred: Tensor, averaged: boolean) => Tensor,
  axis = -1,
): Loss & Described {
  return targetLoss(place, options, config, (yTrue, yPred, averaged) => {
    const values = elements(yTrue, yPred, averaged);
    return averaged ? values : mean(values, axis);
  });
}
