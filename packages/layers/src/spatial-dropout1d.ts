import { Dropout } from './dropout.js';
import type { NoiseOptions } from './noise.js';

/** Options of `spatialDropout1d`. */
export interface SpatialDropout1dOptions extends NoiseOptions {
  /** Which fraction of the channels to drop, in [0, 1]. */
  readonly rate: number;
}

/** The layer behind `spatialDropout1d`. */
export class SpatialDropout1D extends Dropout {
  override readonly className: string = 'SpatialDropout1D';

  constructor(options: SpatialDropout1dOptions) {
    super(options, 'spatialDropout1d');
    this.inputSpec = { rank: 3 };
  }

  protected override drawShape([batch = 1, , channels = 1]: readonly number[]): number[] {
    return [batch, 1, channels];
  }
}

/**
 * Dropout of whole channels of a sequence: x: [batch, steps, channels].
 *
 * Tompson et al. 2014, "Efficient object localization using convolutional networks".
 *
 * @throws Error if `rate` is not in [0, 1]
 */
export function spatialDropout1d(options: SpatialDropout1dOptions): SpatialDropout1D {
  return new SpatialDropout1D(options);
}
