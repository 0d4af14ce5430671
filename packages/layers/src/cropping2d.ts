import { slice, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Shape } from './shape.js';
import { expectMargins, expectPositive, type Margin2d } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of `cropping2d`. */
export interface Cropping2dOptions extends SpatialOptions {
  /** How much to take away: at all sides, [rows, columns], or [[top, bottom], [left, right]]. Default 0. */
  readonly cropping?: Margin2d | undefined;
}

/** The layer behind `cropping2d`. */
export class Cropping2D extends Spatial {
  override readonly className: string = 'Cropping2D';
  private readonly cropping: [number, number][];

  constructor(options: Cropping2dOptions = {}) {
    const cropping = expectMargins('cropping2d', 'cropping', options.cropping ?? 0);
    super('cropping2d', 2, { ...options, cropping } as SpatialOptions);
    this.cropping = cropping;
  }

  override build(inputShape: Shape): void {
    this.computeOutputShape(inputShape);
  }

  protected override transform(x: Tensor4D): Tensor4D {
    const shape = this.transformShape(x.shape) as [number, number, number, number];
    return slice(x, [0, this.cropping[0]![0], this.cropping[1]![0], 0], shape);
  }

  protected override transformShape(shape: ImageShape): ImageShape {
    const [batch, height, width, channels] = shape;
    const [rows, columns] = [height, width].map((size, i) =>
      size === null ? null : size - this.cropping[i]![0] - this.cropping[i]![1],
    );
    const output = [batch, rows ?? null, columns ?? null, channels] as const;
    expectPositive(this.name, output, shape);
    return output;
  }
}

/**
 * Takes away the edges of an image: x: [batch, height, width, channels].
 *
 * @throws Error if nothing is left
 */
export function cropping2d(options: Cropping2dOptions = {}): Cropping2D {
  return new Cropping2D(options);
}
