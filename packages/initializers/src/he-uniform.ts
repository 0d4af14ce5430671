import type { FanOptions } from './compute-fans.js';
import { drawScaled } from './draw-scaled.js';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

/**
 * w ~ U(-a, a), a = sqrt(6 / fanIn): variance 2 / fanIn.
 *
 * He et al. 2015, "Delving deep into rectifiers", for layers with relu. Keras' `HeUniform`.
 *
 * @param options.seed an integer; drawn if not given
 * @param options.inputAxes which axes to count as inputs instead (with outputAxes, or neither)
 * @param options.outputAxes which axes to count as outputs instead
 */
export function heUniform({
  seed = null,
  inputAxes = null,
  outputAxes = null,
}: SeedOptions & FanOptions = {}): Initializer {
  const config = { seed, inputAxes, outputAxes };
  const draw = drawScaled({ scale: 2, mode: 'fanIn', distribution: 'uniform', inputAxes, outputAxes });
  return randomInitializer('heUniform', 'HeUniform', config, draw);
}
