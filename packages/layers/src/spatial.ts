import { expectOneOf } from '@sixstep/parts';
import { reshape, transpose, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Where the channels stand: last, or right after the batch. */
export type DataFormat = 'channelsLast' | 'channelsFirst';

/** Options of a layer over images or sequences. */
export interface SpatialOptions extends LayerOptions {
  /** Default `'channelsLast'`. With `'channelsFirst'` input and output are transposed: the kernels work on channels last. */
  readonly dataFormat?: DataFormat | undefined;
}

/** Sizes as [batch, height, width, channels]; a sequence has height 1. */
export type ImageShape = readonly [number | null, number | null, number | null, number | null];

/**
 * A layer over sequences ([batch, steps, channels], `rank` 1) or images ([batch, height, width, channels], `rank` 2).
 * Subclasses see an image with the channels last, whatever comes.
 */
export abstract class Spatial extends Layer {
  protected readonly rank: 1 | 2;
  protected readonly channelsFirst: boolean;

  constructor(place: string, rank: 1 | 2, options: SpatialOptions) {
    super({ dataFormat: 'channelsLast', ...options } as LayerOptions);
    const format = options.dataFormat ?? 'channelsLast';
    this.channelsFirst =
      expectOneOf(place, 'dataFormat', format, ['channelsLast', 'channelsFirst']) === 'channelsFirst';
    this.rank = rank;
    this.inputSpec = { rank: rank + 2 };
  }

  /** The output for an image. */
  protected abstract transform(x: Tensor4D): Tensor4D;

  /** The sizes of the output for an image of these sizes. */
  protected abstract transformShape(shape: ImageShape): ImageShape;

  override call(x: Tensor): Tensor {
    const image = this.toImage(x);
    const [batch, ...sample] = image.shape;
    // It throws where no output is left, which backends do not look at: they read and write beyond their tensors then.
    this.transformShape([batch === 0 ? null : batch, ...sample]);
    return this.fromImage(this.transform(image));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const [batch, height, width, channels] = this.transformShape(this.imageShape(inputShape));
    const spatial = this.rank === 1 ? [width] : [height, width];
    return this.channelsFirst ? [batch, channels, ...spatial] : [batch, ...spatial, channels];
  }

  /** The sizes of `shape` as those of an image. */
  protected imageShape([batch = null, ...sample]: Shape): ImageShape {
    const [spatial, channels] = this.channelsFirst
      ? [sample.slice(1), sample[0]]
      : [sample.slice(0, -1), sample.at(-1)];
    const [height = null, width = null] = this.rank === 1 ? [1, ...spatial] : spatial;
    return [batch, height, width, channels ?? null];
  }

  protected toImage(x: Tensor): Tensor4D {
    if (this.channelsFirst) x = transpose(x, this.rank === 1 ? [0, 2, 1] : [0, 2, 3, 1]);
    if (this.rank === 2) return x as Tensor4D;
    const [batch, steps, channels] = x.shape as [number, number, number];
    return reshape(x, [batch, 1, steps, channels]);
  }

  protected fromImage(image: Tensor4D): Tensor {
    let x: Tensor = image;
    if (this.rank === 1) x = reshape(image, [image.shape[0], image.shape[2], image.shape[3]]);
    return this.channelsFirst ? transpose(x, this.rank === 1 ? [0, 2, 1] : [0, 3, 1, 2]) : x;
  }
}
