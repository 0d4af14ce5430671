import { expectInteger } from '@sixstep/parts';
import { conv2d, type Tensor4D, type Variable } from '@tensorflow/tfjs-core';
import { reshapeKernel } from './conv.js';
import { Convolution, type ConvolutionOptions } from './convolution.js';
import { depthwise } from './depthwise-conv.js';
import { weightOf, type WeightParts } from './weight-parts.js';

/** Options of `separableConv1d` and `separableConv2d`. */
export interface SeparableConvOptions<Size> extends ConvolutionOptions<Size>, WeightParts<'depthwise' | 'pointwise'> {
  /** How many channels the output has. */
  readonly filters: number;
  /** How many filters each channel has in the depthwise step. Default 1. */
  readonly depthMultiplier?: number | undefined;
}

/** The layer behind `separableConv1d` and `separableConv2d`: a depthwise convolution, then a mixing of the channels. */
export abstract class SeparableConv extends Convolution {
  private readonly filters: number;
  private readonly depthMultiplier: number;
  private depthwiseKernel!: Variable;
  private pointwiseKernel!: Variable;

  constructor(place: string, rank: 1 | 2, options: SeparableConvOptions<unknown>) {
    const kernels = ['depthwise', 'pointwise'];
    super({ depthMultiplier: 1, ...options } as ConvolutionOptions<unknown>, {
      place,
      rank,
      kernels,
      mayDilateSteps: true,
    });
    const hint = `Pass the number of output channels, e.g. ${place}({ filters: 32, kernelSize: 3 }).`;
    this.filters = expectInteger(place, 'filters', options.filters, { hint });
    this.depthMultiplier = expectInteger(place, 'depthMultiplier', options.depthMultiplier ?? 1);
  }

  protected override filtersFor(): number {
    return this.filters;
  }

  protected override buildKernels(channels: number, windowShape: readonly number[]): void {
    const { depthMultiplier, filters, settings } = this;
    this.depthwiseKernel = this.addWeight(
      weightOf(settings, 'depthwise_kernel', [...windowShape, channels, depthMultiplier], 'depthwise'),
    );
    const point = windowShape.map(() => 1);
    this.pointwiseKernel = this.addWeight(
      weightOf(settings, 'pointwise_kernel', [...point, channels * depthMultiplier, filters], 'pointwise'),
    );
  }

  protected override convolve(x: Tensor4D): Tensor4D {
    const kernel = reshapeKernel(this.depthwiseKernel, this.kernelSize);
    const filtered = depthwise(x, kernel, this.strides, this.padding, this.dilationRate);
    return conv2d(filtered, reshapeKernel(this.pointwiseKernel, [1, 1]), 1, 'valid');
  }
}
