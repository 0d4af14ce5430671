import type { Defaults, Settled } from '@sixstep/parts';
import { mean, type Tensor } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

/**
 * What makes losses that are the mean over an axis, the option `axis` or else the last, of something computed element by
 * element.
 *
 * @param formula from the options to the elements, which may be their mean at once where all are averaged
 */
export const regression = <Options extends LossOptions & { readonly axis?: number }>(
  place: string,
  defaults: Defaults<Options, LossOptions>,
  formula: (config: Settled<Options>) => (yTrue: Tensor, yPred: Tensor, averaged: boolean) => Tensor,
): LossFactory<Options> =>
  targetLoss<Options>(place, defaults, (config) => {
    const elements = formula(config);
    return (yTrue, yPred, averaged) => {
      const values = elements(yTrue, yPred, averaged);
      return averaged ? values : mean(values, config.axis ?? -1);
    };
  });
