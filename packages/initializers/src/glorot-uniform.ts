import type { FanOptions } from './compute-fans.js';
import { drawScaled } from './draw-scaled.js';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

/**
 * w ~ U(-a, a), a = sqrt(6 / (fanIn + fanOut)): variance 2 / (fanIn + fanOut).
 *
 * Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks". Keras' `GlorotUniform`.
 *
 * @param options.seed an integer; drawn if not given
 * @param options.inputAxes which axes to count as inputs instead (with outputAxes, or neither)
 * @param options.outputAxes which axes to count as outputs instead
 */
export function glorotUniform({
  seed = null,
  inputAxes = null,
  outputAxes = null,
}: SeedOptions & FanOptions = {}): Initializer {
  const config = { seed, inputAxes, outputAxes };
  const draw = drawScaled({ scale: 1, mode: 'fanAvg', distribution: 'uniform', inputAxes, outputAxes });
  return randomInitializer('glorotUniform', 'GlorotUniform', config, draw);
}
