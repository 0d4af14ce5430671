import { expectOneOf } from '@sixstep/parts';
import { Dropout, type DropoutOptions } from './dropout.js';
import type { NoiseOptions } from './noise.js';
import type { SpatialOptions } from './spatial.js';

/** Options of `spatialDropout2d`. */
export interface SpatialDropout2dOptions extends NoiseOptions, SpatialOptions {
  /** Which fraction of the channels to drop, in [0, 1]. */
  readonly rate: number;
}

/** The layer behind `spatialDropout2d`. */
export class SpatialDropout2D extends Dropout {
  override readonly className: string = 'SpatialDropout2D';
  private readonly channelsFirst: boolean;

  constructor(options: SpatialDropout2dOptions) {
    const formats = ['channelsLast', 'channelsFirst'] as const;
    const dataFormat = expectOneOf('spatialDropout2d', 'dataFormat', options.dataFormat ?? 'channelsLast', formats);
    super({ ...options, dataFormat } as DropoutOptions, 'spatialDropout2d');
    this.channelsFirst = dataFormat === 'channelsFirst';
    this.inputSpec = { rank: 4 };
  }

  protected override drawShape([batch = 1, a = 1, , d = 1]: readonly number[]): number[] {
    return this.channelsFirst ? [batch, a, 1, 1] : [batch, 1, 1, d];
  }
}

/**
 * Dropout of whole channels of an image: x: [batch, height, width, channels].
 *
 * Tompson et al. 2014, "Efficient object localization using convolutional networks".
 *
 * @throws Error if `rate` is not in [0, 1]
 */
export function spatialDropout2d(options: SpatialDropout2dOptions): SpatialDropout2D {
  return new SpatialDropout2D(options);
}
