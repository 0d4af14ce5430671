import { expectNumber } from '@sixstep/parts';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

export interface NormalOptions extends SeedOptions {
  readonly mean?: number;
  /** At least 0. */
  readonly stddev?: number;
}

/**
 * w ~ N(mean, stddev^2). Keras' `RandomNormal`.
 *
 * @param options.mean 0 by default
 * @param options.stddev 0.05 by default
 */
export function randomNormal({ mean = 0, stddev = 0.05, seed = null }: NormalOptions = {}): Initializer {
  expectNumber('randomNormal', 'mean', mean);
  expectNumber('randomNormal', 'stddev', stddev, { min: 0 });
  return randomInitializer(
    'randomNormal',
    'RandomNormal',
    { mean, stddev, seed },
    (generator) => () => mean + stddev * generator.normal(),
  );
}
