import { slice, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { expectPositive, expectSizes } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of `cropping1d`. */
export interface Cropping1dOptions extends LayerOptions {
  /** How many steps to take away at the start and at the end. Default 1. */
  readonly cropping?: number | readonly [number, number] | undefined;
}

/** The layer behind `cropping1d`. */
export class Cropping1D extends Spatial {
  override readonly className: string = 'Cropping1D';
  private readonly cropping: [number, number];

  constructor(options: Cropping1dOptions = {}) {
    const cropping = expectSizes('cropping1d', 'cropping', options.cropping ?? 1, 2, 0);
    super('cropping1d', 1, { ...options, cropping } as SpatialOptions);
    this.cropping = cropping as [number, number];
  }

  override build(inputShape: Shape): void {
    this.computeOutputShape(inputShape);
  }

  protected override transform(x: Tensor4D): Tensor4D {
    const shape = this.transformShape(x.shape) as [number, number, number, number];
    return slice(x, [0, 0, this.cropping[0], 0], shape);
  }

  protected override transformShape(shape: ImageShape): ImageShape {
    const [batch, one, steps, channels] = shape;
    const left = steps === null ? null : steps - this.cropping[0] - this.cropping[1];
    expectPositive(this.name, [batch, left, channels], [batch, steps, channels]);
    return [batch, one, left, channels];
  }
}

/**
 * Takes away the first and last steps of a sequence: x: [batch, steps, channels].
 *
 * @throws Error if no step is left
 */
export function cropping1d(options: Cropping1dOptions = {}): Cropping1D {
  return new Cropping1D(options);
}
