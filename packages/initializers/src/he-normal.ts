import type { FanOptions } from './compute-fans.js';
import { drawScaled } from './draw-scaled.js';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

/**
 * w ~ N(0, 2 / fanIn), cut at two standard deviations and widened to keep the variance.
 *
 * He et al. 2015, "Delving deep into rectifiers", for layers with relu. Keras' `HeNormal`.
 *
 * @param options.seed an integer; drawn if not given
 * @param options.inputAxes which axes to count as inputs instead (with outputAxes, or neither)
 * @param options.outputAxes which axes to count as outputs instead
 */
export function heNormal({
  seed = null,
  inputAxes = null,
  outputAxes = null,
}: SeedOptions & FanOptions = {}): Initializer {
  const config = { seed, inputAxes, outputAxes };
  const draw = drawScaled({ scale: 2, mode: 'fanIn', distribution: 'truncatedNormal', inputAxes, outputAxes });
  return randomInitializer('heNormal', 'HeNormal', config, draw);
}
