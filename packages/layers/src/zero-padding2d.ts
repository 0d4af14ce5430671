import { pad, type Tensor4D } from '@tensorflow/tfjs-core';
import { expectMargins, type Margin2d } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of `zeroPadding2d`. */
export interface ZeroPadding2dOptions extends SpatialOptions {
  /** How many zeros: for all sides, [rows, columns], or [[top, bottom], [left, right]]. Default 1. */
  readonly padding?: Margin2d | undefined;
}

/** The layer behind `zeroPadding2d`. */
export class ZeroPadding2D extends Spatial {
  override readonly className: string = 'ZeroPadding2D';
  private readonly padding: [number, number][];

  constructor(options: ZeroPadding2dOptions = {}) {
    const padding = expectMargins('zeroPadding2d', 'padding', options.padding ?? 1);
    super('zeroPadding2d', 2, { ...options, padding } as SpatialOptions);
    this.padding = padding;
  }

  protected override transform(x: Tensor4D): Tensor4D {
    return pad(x, [[0, 0], ...this.padding, [0, 0]]) as Tensor4D;
  }

  protected override transformShape([batch, height, width, channels]: ImageShape): ImageShape {
    const [rows, columns] = [height, width].map((size, i) =>
      size === null ? null : size + this.padding[i]![0] + this.padding[i]![1],
    );
    return [batch, rows ?? null, columns ?? null, channels];
  }
}

/** Puts zeros around an image: x: [batch, height, width, channels]. */
export function zeroPadding2d(options: ZeroPadding2dOptions = {}): ZeroPadding2D {
  return new ZeroPadding2D(options);
}
