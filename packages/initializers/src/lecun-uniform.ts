import type { FanOptions } from './compute-fans.js';
import { drawScaled } from './draw-scaled.js';
import type { Initializer } from './initializer.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

/**
 * w ~ U(-a, a), a = sqrt(3 / fanIn): variance 1 / fanIn.
 *
 * LeCun et al. 1998, "Efficient backprop", for layers with selu or tanh. Keras' `LecunUniform`.
 *
 * @param options.seed an integer; drawn if not given
 * @param options.inputAxes which axes to count as inputs instead (with outputAxes, or neither)
 * @param options.outputAxes which axes to count as outputs instead
 */
export function lecunUniform({
  seed = null,
  inputAxes = null,
  outputAxes = null,
}: SeedOptions & FanOptions = {}): Initializer {
  const config = { seed, inputAxes, outputAxes };
  const draw = drawScaled({ scale: 1, mode: 'fanIn', distribution: 'uniform', inputAxes, outputAxes });
  return randomInitializer('lecunUniform', 'LecunUniform', config, draw);
}
