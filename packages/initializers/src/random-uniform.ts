import { expectNumber } from '@sixstep/parts';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

export interface UniformOptions extends SeedOptions {
  readonly minval?: number;
  /** At least `minval`. */
  readonly maxval?: number;
}

/**
 * w ~ U[minval, maxval). Keras' `RandomUniform`.
 *
 * @param options.minval -0.05 by default
 * @param options.maxval 0.05 by default
 */
export function randomUniform({ minval = -0.05, maxval = 0.05, seed = null }: UniformOptions = {}): Initializer {
  expectNumber('randomUniform', 'minval', minval);
  expectNumber('randomUniform', 'maxval', maxval, { min: minval });
  return randomInitializer(
    'randomUniform',
    'RandomUniform',
    { minval, maxval, seed },
    (generator) => () => minval + (maxval - minval) * generator.uniform(),
  );
}
