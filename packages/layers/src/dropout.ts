import { expectInteger, formatValue } from '@sixstep/parts';
import { mul, type Tensor } from '@tensorflow/tfjs-core';
import { drawDropoutMask } from './draw.js';
import { Noise, type NoiseOptions } from './noise.js';
import type { Shape } from './shape.js';

/** Options of `dropout`. */
export interface DropoutOptions extends NoiseOptions {
  /** Which fraction of the elements to drop, in [0, 1]. */
  readonly rate: number;
  /** The shape of what is drawn, batch first; sizes of 1 drop together, `null` is the input's size. Default: as the input. */
  readonly noiseShape?: Shape | null | undefined;
}

/** The layer behind `dropout`. */
export class Dropout extends Noise {
  override readonly className: string = 'Dropout';
  private readonly noiseShape: Shape | undefined;

  constructor(options: DropoutOptions, place = 'dropout') {
    super(place, 'rate', options);
    this.noiseShape = options.noiseShape ?? undefined;
    if (this.noiseShape === undefined) return;
    if (!Array.isArray(this.noiseShape)) {
      throw new Error(
        `${place}: expected noiseShape to be a list of sizes such as [null, 1, 8], received ${formatValue(options.noiseShape)}.`,
      );
    }
    for (const size of this.noiseShape) if (size !== null) expectInteger(place, 'each size of noiseShape', size);
  }

  /** The shape of the draws for an input of shape `shape`. */
  protected drawShape(shape: readonly number[]): number[] {
    return this.noiseShape === undefined ? [...shape] : this.noiseShape.map((size, axis) => size ?? shape[axis] ?? 1);
  }

  protected override disturb(x: Tensor): Tensor {
    return mul(x, drawDropoutMask(this.generator, this.drawShape(x.shape), this.strength));
  }
}

/**
 * Drops elements at random in training; those that are kept grow, so that the mean stays.
 *
 * y = x mask, mask = 0 with probability rate, else 1 / (1 - rate); y = x when not training
 *
 * Srivastava et al. 2014, "Dropout: a simple way to prevent neural networks from overfitting".
 *
 * @throws Error if `rate` is not in [0, 1]
 */
export function dropout(options: DropoutOptions): Dropout {
  return new Dropout(options);
}
