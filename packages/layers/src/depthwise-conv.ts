import { expectInteger } from '@sixstep/parts';
import { depthwiseConv2d, type Tensor4D, type Variable } from '@tensorflow/tfjs-core';
import { reshapeKernel } from './conv.js';
import { Convolution, type ConvolutionOptions } from './convolution.js';
import { dilateKernel } from './dilate-kernel.js';
import { weightOf, type WeightParts } from './weight-parts.js';

/** Options of `depthwiseConv1d` and `depthwiseConv2d`. */
export interface DepthwiseConvOptions<Size> extends ConvolutionOptions<Size>, WeightParts<'depthwise'> {
  /** How many filters each channel has. Default 1. */
  readonly depthMultiplier?: number | undefined;
}

/** The layer behind `depthwiseConv1d` and `depthwiseConv2d`: a sequence is an image of height 1. */
export abstract class DepthwiseConv extends Convolution {
  private readonly depthMultiplier: number;
  private kernel!: Variable;

  constructor(place: string, rank: 1 | 2, options: DepthwiseConvOptions<unknown>) {
    super({ depthMultiplier: 1, ...options } as ConvolutionOptions<unknown>, {
      place,
      rank,
      kernels: ['depthwise'],
      mayDilateSteps: true,
    });
    this.depthMultiplier = expectInteger(place, 'depthMultiplier', options.depthMultiplier ?? 1);
  }

  protected override filtersFor(channels: number): number {
    return channels * this.depthMultiplier;
  }

  protected override buildKernels(channels: number, windowShape: readonly number[]): void {
    this.kernel = this.addWeight(
      weightOf(this.settings, 'kernel', [...windowShape, channels, this.depthMultiplier], 'depthwise'),
    );
  }

  protected override convolve(x: Tensor4D): Tensor4D {
    return depthwise(x, reshapeKernel(this.kernel, this.kernelSize), this.strides, this.padding, this.dilationRate);
  }
}

/** Each channel of `x` under its own filters; kernel: [rows, columns, channels, filters of each]. */
export function depthwise(
  x: Tensor4D,
  kernel: Tensor4D,
  strides: readonly [number, number],
  padding: string,
  dilationRate: readonly [number, number],
): Tensor4D {
  return depthwiseConv2d(x, dilateKernel(kernel, dilationRate), [...strides], padding as 'valid' | 'same');
}
