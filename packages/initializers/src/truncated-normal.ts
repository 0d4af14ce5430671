import { expectNumber } from '@sixstep/parts';
import type { Initializer } from './initializer.js';
import { randomInitializer } from './random-initializer.js';
import type { NormalOptions } from './random-normal.js';

/**
 * w ~ N(mean, stddev^2), given that |w - mean| < 2 stddev; so its standard deviation is 0.8796 stddev. Keras'
 * `TruncatedNormal`, drawn by inversion instead of rejection.
 *
 * @param options.mean 0 by default
 * @param options.stddev 0.05 by default
 */
export function truncatedNormal({ mean = 0, stddev = 0.05, seed = null }: NormalOptions = {}): Initializer {
  expectNumber('truncatedNormal', 'mean', mean);
  expectNumber('truncatedNormal', 'stddev', stddev, { min: 0 });
  return randomInitializer(
    'truncatedNormal',
    'TruncatedNormal',
    { mean, stddev, seed },
    (generator) => () => mean + stddev * generator.truncatedNormal(),
  );
}
