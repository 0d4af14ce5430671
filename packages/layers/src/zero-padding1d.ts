import { pad, type Tensor4D } from '@tensorflow/tfjs-core';
import { expectSizes } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of `zeroPadding1d`. */
export interface ZeroPadding1dOptions extends SpatialOptions {
  /** How many zeros before and after. Default 1. */
  readonly padding?: number | readonly [number, number] | undefined;
}

/** The layer behind `zeroPadding1d`. */
export class ZeroPadding1D extends Spatial {
  override readonly className: string = 'ZeroPadding1D';
  private readonly padding: [number, number];

  constructor(options: ZeroPadding1dOptions = {}) {
    const padding = expectSizes('zeroPadding1d', 'padding', options.padding ?? 1, 2, 0);
    super('zeroPadding1d', 1, { ...options, padding } as SpatialOptions);
    this.padding = padding as [number, number];
  }

  protected override transform(x: Tensor4D): Tensor4D {
    return pad(x, [[0, 0], [0, 0], this.padding, [0, 0]]) as Tensor4D;
  }

  protected override transformShape([batch, one, steps, channels]: ImageShape): ImageShape {
    return [batch, one, steps === null ? null : steps + this.padding[0] + this.padding[1], channels];
  }
}

/** Puts zeros before and after a sequence: x: [batch, steps, channels] -> y: [batch, before + steps + after, channels]. */
export function zeroPadding1d(options: ZeroPadding1dOptions = {}): ZeroPadding1D {
  return new ZeroPadding1D(options);
}
