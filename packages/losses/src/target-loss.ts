import type { Config, Described } from '@sixstep/parts';
import { broadcasts } from './broadcasts.js';
import { expectShape } from './expect-shape.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss, type SampleLosses } from './make-loss.js';
import { toType } from './to-type.js';

/**
 * A loss whose targets are numbers, and not labels: they come as float32, and fit the predictions.
 *
 * The parameters are those of `makeLoss`.
 */
export function targetLoss(
  place: string,
  options: LossOptions,
  config: Config,
  losses: SampleLosses,
  className?: string,
): Loss & Described {
  const checked: SampleLosses = (yTrue, yPred, averaged) => {
    expectShape(place, 'yTrue', yTrue, yPred.shape, broadcasts);
    return losses(toType(yTrue, 'float32'), yPred, averaged);
  };
  return makeLoss(place, options, config, checked, className);
}
