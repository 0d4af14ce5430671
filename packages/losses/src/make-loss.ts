import { type Config, type Described, expectOneOf } from '@sixstep/parts';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Loss, Reduction } from './loss.js';
import { matchRank } from './match-rank.js';
import { reduce } from './reduce.js';
import { toType } from './to-type.js';

export interface LossOptions {
  /** How the losses of the samples become one number; null is `'none'`. Defaults to `'sumOverBatchSize'`, their mean. */
  readonly reduction?: Reduction | null;
}

/** The losses of the samples, and which of them count; what does not has the loss 0. */
export interface Masked {
  readonly values: Tensor;
  readonly mask: Tensor;
}

/**
 * From targets and predictions (float32, of equal rank where their shapes allow) to the losses of the samples.
 *
 * @param averaged whether the mean over all samples is taken next: then it may be done already, or what a sample's loss is
 * the mean of may be returned as it is
 */
export type SampleLosses = (yTrue: Tensor, yPred: Tensor, averaged: boolean) => Tensor | Masked;

const reductions = ['sumOverBatchSize', 'mean', 'sum', 'meanWithSampleWeight', 'none'] as const;

/**
 * A loss from its definition: Keras' treatment of ranks, weights, masks and reduction is the same for all.
 *
 * @param place the name of the factory, for errors
 * @param config its options but for the reduction
 * @param className by default the name with a capital
 * @throws Error if the reduction is none of those
 */
export function makeLoss(
  place: string,
  { reduction: given = 'sumOverBatchSize' }: LossOptions,
  config: Config,
  losses: SampleLosses,
  className: string = place[0]!.toUpperCase() + place.slice(1),
): Loss & Described {
  const reduction = expectOneOf(place, 'reduction', given ?? 'none', reductions);
  const isMean = reduction === 'sumOverBatchSize' || reduction === 'mean';
  const loss: Loss = (targets, predictions, sampleWeight) =>
    tidy(() => {
      const [yTrue, yPred] = matchRank(targets, toType(predictions, 'float32'));
      const result = losses(yTrue, yPred, isMean && sampleWeight === undefined && yPred.size > 0);
      const { values, mask } = 'mask' in result ? result : { values: result };
      return reduce(place, values, mask, sampleWeight, reduction);
    });
  return Object.assign(loss, { className, config: { ...config, reduction } });
}
