import { type Defaults, expectShape, type Settled } from '@sixstep/parts';
import { broadcasts } from './broadcasts.js';
import { defineLoss, type LossFactory } from './define-loss.js';
import type { LossOptions, SampleLosses } from './make-loss.js';
import { toType } from './to-type.js';

/**
 * What makes losses whose targets are numbers, and not labels: they come as float32, and fit the predictions.
 *
 * The parameters are those of `defineLoss`.
 */
export const targetLoss = <Options extends LossOptions>(
  place: string,
  defaults: Defaults<Options, LossOptions>,
  formula: (config: Settled<Options>) => SampleLosses,
  className?: string,
): LossFactory<Options> =>
  defineLoss<Options>(
    place,
    defaults,
    (config) => {
      const losses = formula(config);
      return (yTrue, yPred, averaged) => {
        expectShape(place, 'yTrue', yTrue.shape, yPred.shape, '', broadcasts);
        return losses(toType(yTrue, 'float32'), yPred, averaged);
      };
    },
    className,
  );
