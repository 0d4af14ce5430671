import { type Config, type Read, readOptions } from '@sixstep/parts';
import { type CommonConfig, commonDefaults, type CommonOptions } from './common-options.js';
import { drive, type Plan } from './driver.js';
import type { Optimizer, OptimizerState } from './optimizer.js';

/**
 * An optimizer out of its options.
 *
 * @param place the factory's name, for errors
 * @param own the options' defaults and checks, as `readOptions` takes them; what all optimizers have is known
 * @param plan makes of the options what the optimizer does
 * @throws Error if an option does not fit
 */
export function defineOptimizer<
  Options extends CommonOptions,
  const Defaults extends { readonly [K in keyof Options]?: unknown },
  S extends OptimizerState,
>(
  place: string,
  options: Options,
  own: Defaults,
  plan: (config: CommonConfig & Read<Options, Defaults> & Config) => Plan<S>,
): Optimizer {
  const config = readOptions(place, options, { ...commonDefaults, ...own }) as CommonConfig &
    Read<Options, Defaults> &
    Config;
  return drive(place, config, plan(config));
}
