import { expectOneOf } from '@sixstep/parts';
import { avgPool, maxPool, type Tensor4D } from '@tensorflow/tfjs-core';
import { expectPositive, expectSizes, windowCount } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';

/** Options of the pooling layers; `Size` is a number or one for each dimension. */
export interface PoolingOptions<Size> extends SpatialOptions {
  /** The window's sizes. Default 2. */
  readonly poolSize?: Size | undefined;
  /** Default: the window's sizes, so that windows do not overlap. */
  readonly strides?: Size | null | undefined;
  /** `'valid'`: windows lie within the input. `'same'`: they may reach over its edge. Default `'valid'`. */
  readonly padding?: 'valid' | 'same' | undefined;
}

/** What all pooling layers have in common; a sequence is an image of height 1. */
export abstract class Pooling extends Spatial {
  private readonly poolSize: [number, number];
  private readonly strides: [number, number];
  private readonly padding: 'valid' | 'same';
  private readonly pool: typeof maxPool;

  constructor(place: string, rank: 1 | 2, mode: 'max' | 'average', options: PoolingOptions<unknown>) {
    const poolSize = expectSizes(place, 'poolSize', options.poolSize ?? 2, rank);
    const strides = options.strides == null ? poolSize : expectSizes(place, 'strides', options.strides, rank);
    const padding = expectOneOf(place, 'padding', options.padding ?? 'valid', ['valid', 'same']);
    super(place, rank, { ...options, poolSize, strides, padding } as SpatialOptions);
    const image = ([a = 1, b]: number[]): [number, number] => (b === undefined ? [1, a] : [a, b]);
    this.poolSize = image(poolSize);
    this.strides = image(strides);
    this.padding = padding;
    this.pool = mode === 'max' ? maxPool : avgPool;
  }

  protected override transform(x: Tensor4D): Tensor4D {
    return this.pool(x, this.poolSize, this.strides, this.padding);
  }

  protected override transformShape([batch, height, width, channels]: ImageShape): ImageShape {
    const { poolSize, strides, padding } = this;
    const rows = windowCount(height, poolSize[0], strides[0], padding);
    const columns = windowCount(width, poolSize[1], strides[1], padding);
    expectPositive(this.name, [batch, rows, columns], [batch, height, width, channels]);
    return [batch, rows, columns, channels];
  }
}
