import { expectInteger } from '@sixstep/parts';
import { conv2dTranspose, type Tensor4D, type Variable } from '@tensorflow/tfjs-core';
import { reshapeKernel } from './conv.js';
import { Convolution, type ConvolutionOptions } from './convolution.js';
import { dilateKernel } from './dilate-kernel.js';
import { expectSizes } from './sizes.js';
import { weightOf, type WeightParts } from './weight-parts.js';

/** Options of `conv1dTranspose` and `conv2dTranspose`. */
export interface ConvTransposeOptions<Size> extends ConvolutionOptions<Size>, WeightParts<'kernel'> {
  /** How many channels the output has. */
  readonly filters: number;
  /** By how much the output is larger than need be, less than the strides. Default: as `padding` demands. */
  readonly outputPadding?: Size | null | undefined;
}

/** The layer behind `conv1dTranspose` and `conv2dTranspose`: a sequence is an image of height 1. */
export abstract class ConvTranspose extends Convolution {
  private readonly filters: number;
  private readonly outputPadding: readonly number[] | undefined;
  private kernel!: Variable;

  constructor(place: string, rank: 1 | 2, options: ConvTransposeOptions<unknown>) {
    super(options, { place, rank, kernels: ['kernel'] });
    const hint = `Pass the number of output channels, e.g. ${place}({ filters: 32, kernelSize: 3 }).`;
    this.filters = expectInteger(place, 'filters', options.filters, { hint });
    if (options.outputPadding == null) return;
    const padding = expectSizes(place, 'outputPadding', options.outputPadding, rank, 0);
    this.outputPadding = rank === 1 ? [0, ...padding] : padding;
    const { strides } = this;
    if (this.outputPadding.some((size, i) => size > 0 && size >= strides[i]!)) {
      throw new Error(
        `${place}: expected outputPadding to be less than strides, received [${padding.join(', ')}] and [${strides.slice(2 - rank).join(', ')}].`,
      );
    }
  }

  protected override filtersFor(): number {
    return this.filters;
  }

  protected override buildKernels(channels: number, windowShape: readonly number[]): void {
    this.kernel = this.addWeight(weightOf(this.settings, 'kernel', [...windowShape, this.filters, channels]));
  }

  protected override outputLength(length: number | null, axis: 0 | 1): number | null {
    if (length === null || (this.rank === 1 && axis === 0)) return length;
    const stride = this.strides[axis];
    const size = (this.kernelSize[axis] - 1) * this.dilationRate[axis] + 1;
    const extra = this.outputPadding?.[axis];
    if (this.padding === 'valid') return (length - 1) * stride + size + (extra ?? Math.max(size, stride) - size);
    return extra === undefined ? length * stride : (length - 1) * stride + (size % 2) + extra;
  }

  protected override convolve(x: Tensor4D): Tensor4D {
    const [batch, height, width] = x.shape;
    const shape: [number, number, number, number] = [
      batch,
      this.outputLength(height, 0)!,
      this.outputLength(width, 1)!,
      this.filters,
    ];
    const kernel = dilateKernel(reshapeKernel(this.kernel, this.kernelSize), this.dilationRate);
    return conv2dTranspose(x, kernel, shape, [...this.strides], this.padding as 'valid' | 'same');
  }
}
