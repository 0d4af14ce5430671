import { add, type Tensor } from '@tensorflow/tfjs-core';
import { drawNormal } from './draw.js';
import { Noise, type NoiseOptions } from './noise.js';

/** Options of `gaussianNoise`. */
export interface GaussianNoiseOptions extends NoiseOptions {
  /** The noise's standard deviation, in [0, 1]. */
  readonly stddev: number;
}

/** The layer behind `gaussianNoise`. */
export class GaussianNoise extends Noise {
  override readonly className: string = 'GaussianNoise';

  constructor(options: GaussianNoiseOptions) {
    super('gaussianNoise', 'stddev', options);
  }

  protected override disturb(x: Tensor): Tensor {
    return add(x, drawNormal(this.generator, x.shape, 0, this.strength));
  }
}

/**
 * Adds noise in training.
 *
 * y = x + e, e ~ N(0, stddev^2); y = x when not training
 *
 * @throws Error if `stddev` is not in [0, 1]
 */
export function gaussianNoise(options: GaussianNoiseOptions): GaussianNoise {
  return new GaussianNoise(options);
}
