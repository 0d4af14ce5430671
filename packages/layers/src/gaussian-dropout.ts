import { mul, type Tensor } from '@tensorflow/tfjs-core';
import { drawNormal } from './draw.js';
import { Noise, type NoiseOptions } from './noise.js';

/** Options of `gaussianDropout`. */
export interface GaussianDropoutOptions extends NoiseOptions {
  /** As strong as a dropout of this rate, in [0, 1). */
  readonly rate: number;
}

/** The layer behind `gaussianDropout`. */
export class GaussianDropout extends Noise {
  override readonly className: string = 'GaussianDropout';

  constructor(options: GaussianDropoutOptions) {
    super('gaussianDropout', 'rate', options);
  }

  protected override disturb(x: Tensor): Tensor {
    return mul(x, drawNormal(this.generator, x.shape, 1, Math.sqrt(this.strength / (1 - this.strength))));
  }
}

/**
 * Multiplies by noise in training.
 *
 * y = x e, e ~ N(1, rate / (1 - rate)); y = x when not training
 *
 * Srivastava et al. 2014, "Dropout", section 10.
 *
 * @throws Error if `rate` is not in [0, 1]
 */
export function gaussianDropout(options: GaussianDropoutOptions): GaussianDropout {
  return new GaussianDropout(options);
}
