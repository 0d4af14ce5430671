import { add, mul, type Tensor } from '@tensorflow/tfjs-core';
import { drawDropoutMask } from './draw.js';
import { Dropout, type DropoutOptions } from './dropout.js';

/** What selu tends to as x falls. */
const LOWEST = -1.6732632423543772 * 1.0507009873554805;

/** The layer behind `alphaDropout`. */
export class AlphaDropout extends Dropout {
  override readonly className: string = 'AlphaDropout';

  constructor(options: DropoutOptions) {
    super(options, 'alphaDropout');
  }

  protected override disturb(x: Tensor): Tensor {
    const rate = this.strength;
    const kept = mul(drawDropoutMask(this.generator, this.drawShape(x.shape), rate), 1 - rate);
    const a = ((1 - rate) * (1 + rate * LOWEST ** 2)) ** -0.5;
    const b = -a * LOWEST * rate;
    // a (x kept + lowest (1 - kept)) + b
    return add(mul(mul(x, kept), a), add(mul(kept, -a * LOWEST), a * LOWEST + b));
  }
}

/**
 * Dropout for `selu`: what is dropped becomes its lowest value, and mean and variance stay.
 *
 * y = a (x if kept, else lowest) + b, a = 1 / sqrt((1 - rate) (1 + rate lowest^2)), b = -a lowest rate
 *
 * Klambauer et al. 2017, "Self-normalizing neural networks".
 *
 * @throws Error if `rate` is not in [0, 1]
 */
export function alphaDropout(options: DropoutOptions): AlphaDropout {
  return new AlphaDropout(options);
}
