import { type Defaults, type Described, readOptions, type Settled } from '@sixstep/parts';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss, type SampleLosses } from './make-loss.js';

/** What makes a loss of its options. */
export type LossFactory<Options extends LossOptions = LossOptions> = (options?: Options) => Loss & Described;

/**
 * What makes losses of one kind.
 *
 * @param place its name, for errors
 * @param defaults its options, as `readOptions` takes them; the reduction is known
 * @param formula from these to what computes the losses of the samples
 * @param className by default the name with a capital
 */
export const defineLoss =
  <Options extends LossOptions>(
    place: string,
    defaults: Defaults<Options, LossOptions>,
    formula: (config: Settled<Options>) => SampleLosses,
    className?: string,
  ): LossFactory<Options> =>
  (options = {} as Options) => {
    const config = readOptions(place, options, defaults as Defaults<Options>) as Settled<Options>;
    return makeLoss(place, options, config, formula(config), className);
  };
