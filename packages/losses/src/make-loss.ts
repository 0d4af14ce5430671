import type { Config, Described } from '@sixstep/parts';
import { cast, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Loss, Reduction } from './loss.js';
import { matchRank } from './match-rank.js';
import { reduce } from './reduce.js';
import { standardReduction } from './standard-reduction.js';

export interface LossOptions {
  /** How the losses of the samples become one number; null is `'none'`. Defaults to `'sumOverBatchSize'`, their mean. */
  readonly reduction?: Reduction | null;
}

/** The losses of the samples, and which of them count, if not all do. */
export interface Masked {
  readonly values: Tensor;
  readonly mask: Tensor;
}

export interface Definition {
  /** The name of the factory, for errors. */
  readonly place: string;
  readonly className: string;
  readonly config: Config;
  /** From targets and predictions (float32, of equal rank where their shapes allow) to the losses of the samples. */
  readonly perSample: (yTrue: Tensor, yPred: Tensor) => Tensor | Masked;
  /** The mean of `perSample` in fewer operations; undefined where it does not apply. */
  readonly mean?: (yTrue: Tensor, yPred: Tensor) => Tensor | undefined;
}

/** A loss from its definition: Keras' treatment of ranks, weights, masks and reduction is the same for all. */
export function makeLoss(options: LossOptions, definition: Definition): Loss & Described {
  const { place, className, perSample, mean } = definition;
  const reduction = standardReduction(place, options.reduction);
  const isMean = reduction === 'sumOverBatchSize' || reduction === 'mean';
  const loss: Loss = (targets, predictions, sampleWeight) =>
    tidy(() => {
      const [yTrue, yPred] = matchRank(
        targets,
        predictions.dtype === 'float32' ? predictions : cast(predictions, 'float32'),
      );
      const short = isMean && sampleWeight === undefined ? mean?.(yTrue, yPred) : undefined;
      if (short !== undefined) return short;
      const losses = perSample(yTrue, yPred);
      const { values, mask } = 'mask' in losses ? losses : { values: losses, mask: undefined };
      return reduce(place, values, sampleWeight, mask, reduction);
    });
  return Object.assign(loss, { className, config: { ...definition.config, reduction } });
}
