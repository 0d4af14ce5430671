import { expectNumber, expectOneOf } from '@sixstep/parts';
import { type FanOptions } from './compute-fans.js';
import type { Initializer } from './initializer.js';
import type { SeedOptions } from './random-initializer.js';
import { drawScaled } from './draw-scaled.js';
import { randomInitializer } from './random-initializer.js';

export interface VarianceScalingOptions extends SeedOptions, FanOptions {
  /** Above 0. */
  readonly scale?: number;
  readonly mode?: 'fanIn' | 'fanOut' | 'fanAvg';
  /** `'normal'` is `'truncatedNormal'`. */
  readonly distribution?: 'truncatedNormal' | 'untruncatedNormal' | 'uniform' | 'normal';
}

/**
 * w has mean 0 and variance scale / n, where n is what `mode` says: the fan-in, the fan-out or their mean (at least 1).
 *
 * `'truncatedNormal'`: N(0, s^2) cut at 2 s, with s = sqrt(scale / n) / 0.8796, so that the variance is right after
 * cutting; `'untruncatedNormal'`: N(0, scale / n); `'uniform'`: U(-a, a), a = sqrt(3 scale / n). Keras' `VarianceScaling`.
 *
 * @param options.scale 1 by default
 * @param options.mode `'fanIn'` by default
 * @param options.distribution `'truncatedNormal'` by default
 * @param options.inputAxes which axes to count as inputs instead (with outputAxes, or neither)
 * @param options.outputAxes which axes to count as outputs instead
 */
export function varianceScaling({
  scale = 1,
  mode = 'fanIn',
  distribution: given = 'truncatedNormal',
  seed = null,
  inputAxes = null,
  outputAxes = null,
}: VarianceScalingOptions = {}): Initializer {
  const place = 'varianceScaling';
  expectNumber(place, 'scale', scale, { above: 0 });
  expectOneOf(place, 'mode', mode, ['fanIn', 'fanOut', 'fanAvg']);
  expectOneOf(place, 'distribution', given, ['truncatedNormal', 'untruncatedNormal', 'uniform', 'normal']);
  const distribution = given === 'normal' ? 'truncatedNormal' : given;
  const config = { scale, mode, distribution, inputAxes, outputAxes, seed };
  return randomInitializer(place, 'VarianceScaling', config, drawScaled(config));
}
