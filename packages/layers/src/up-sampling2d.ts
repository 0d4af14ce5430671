import { expectOneOf } from '@sixstep/parts';
import { matMul, reshape, type Tensor4D } from '@tensorflow/tfjs-core';
import { repeat } from './repeat.js';
import { resizeMatrix, type Interpolation } from './resize-matrix.js';
import { expectSizes, type Size2d } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of `upSampling2d`. */
export interface UpSampling2dOptions extends SpatialOptions {
  /** How many times larger height and width become. Default 2. */
  readonly size?: Size2d | undefined;
  /** How the values between pixels are found. Default `'nearest'`. */
  readonly interpolation?: Interpolation | 'nearest' | undefined;
}

/** The layer behind `upSampling2d`. */
export class UpSampling2D extends Spatial {
  override readonly className: string = 'UpSampling2D';
  private readonly size: readonly number[];
  private readonly interpolation: Interpolation | 'nearest';

  constructor(options: UpSampling2dOptions = {}) {
    const size = expectSizes('upSampling2d', 'size', options.size ?? 2, 2);
    const choices = ['nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const;
    const interpolation = expectOneOf('upSampling2d', 'interpolation', options.interpolation ?? 'nearest', choices);
    super('upSampling2d', 2, { ...options, size, interpolation } as SpatialOptions);
    this.size = size;
    this.interpolation = interpolation;
  }

  protected override transform(x: Tensor4D): Tensor4D {
    const [rows = 1, columns = 1] = this.size;
    if (this.interpolation === 'nearest') return repeat(repeat(x, rows, 1), columns, 2) as Tensor4D;
    const [batch, height, width, channels] = x.shape;
    const tall = matMul(resizeMatrix(height, rows, this.interpolation), reshape(x, [batch, height, width * channels]));
    const wide = matMul(
      resizeMatrix(width, columns, this.interpolation),
      reshape(tall, [batch * height * rows, width, channels]),
    );
    return reshape(wide, [batch, height * rows, width * columns, channels]);
  }

  protected override transformShape([batch, height, width, channels]: ImageShape): ImageShape {
    const [rows = 1, columns = 1] = this.size;
    return [batch, height === null ? null : height * rows, width === null ? null : width * columns, channels];
  }
}

/**
 * Makes images larger: x: [batch, height, width, channels] -> y: [batch, height size, width size, channels].
 *
 * @throws Error if a size is not a positive integer
 */
export function upSampling2d(options: UpSampling2dOptions = {}): UpSampling2D {
  return new UpSampling2D(options);
}
