import { relu } from '@sixstep/activations';
import { expectInteger } from '@sixstep/parts';
import { concat, conv2d, pad, reshape, split, type Tensor, type Tensor4D, type Variable } from '@tensorflow/tfjs-core';
import { Convolution, type ConvolutionOptions } from './convolution.js';
import { hasFused, runFused } from './fused.js';
import { weightOf, type WeightParts } from './weight-parts.js';

/** Options of `conv1d` and `conv2d`. */
export interface ConvOptions<Size> extends ConvolutionOptions<Size>, WeightParts<'kernel'> {
  /** How many channels the output has. */
  readonly filters: number;
  /** Into how many groups the channels fall, each with its own filters. Default 1. */
  readonly groups?: number | undefined;
}

/** The layer behind `conv1d` and `conv2d`: a sequence is an image of height 1. */
export abstract class Conv extends Convolution {
  private readonly filters: number;
  private readonly groups: number;
  private kernel!: Variable;

  constructor(
    place: string,
    rank: 1 | 2,
    options: Omit<ConvOptions<unknown>, 'padding'> & { readonly padding?: string | undefined },
  ) {
    const paddings = rank === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same'];
    super({ groups: 1, ...options } as unknown as ConvolutionOptions<unknown>, {
      place,
      rank,
      paddings,
      kernels: ['kernel'],
    });
    const hint = `Pass the number of output channels, e.g. ${place}({ filters: 32, kernelSize: 3 }).`;
    this.filters = expectInteger(place, 'filters', options.filters, { hint });
    this.groups = expectInteger(place, 'groups', options.groups ?? 1);
    if (this.filters % this.groups !== 0) {
      throw new Error(
        `${place}: expected filters to be divisible by groups, received ${this.filters} and ${this.groups}.`,
      );
    }
  }

  protected override filtersFor(): number {
    return this.filters;
  }

  protected override buildKernels(channels: number, windowShape: readonly number[]): void {
    if (channels % this.groups !== 0) {
      throw new Error(
        `${this.name}: expected the input's channels to be divisible by groups, received ${channels} and ${this.groups}.`,
      );
    }
    this.kernel = this.addWeight(
      weightOf(this.settings, 'kernel', [...windowShape, channels / this.groups, this.filters]),
    );
  }

  override call(x: Tensor): Tensor {
    return this.callFused(x) ?? super.call(x);
  }

  /** Convolution, bias and activation in one kernel, where there is one. */
  private callFused(x: Tensor): Tensor | undefined {
    if (this.groups > 1 || this.bias === undefined || !hasFused('SixstepConv2D')) return undefined;
    const { strides, dilationRate: dilations, bias } = this;
    const isRelu = this.activation === relu;
    const inputs = { x: this.padCausal(this.toImage(x)), filter: reshapeKernel(this.kernel, this.kernelSize), bias };
    const pad = this.padding === 'same' ? 'same' : 'valid';
    const attributes = {
      strides: [...strides],
      dilations: [...dilations],
      pad,
      activation: isRelu ? 'relu' : 'linear',
    };
    const [y] = runFused('SixstepConv2D', inputs, attributes) ?? [];
    if (y === undefined) return undefined;
    const shaped = this.fromImage(y as Tensor4D);
    return isRelu ? shaped : this.activation(shaped);
  }

  /** For causal padding, `x` with the zeros before it that let output t see no input after t. */
  private padCausal(x: Tensor4D): Tensor4D {
    if (this.padding !== 'causal') return x;
    const before = this.dilationRate[1] * (this.kernelSize[1] - 1);
    return pad(x, [
      [0, 0],
      [0, 0],
      [before, 0],
      [0, 0],
    ]) as Tensor4D;
  }

  protected override convolve(x: Tensor4D): Tensor4D {
    const { kernelSize, strides, dilationRate, groups } = this;
    const kernel = reshapeKernel(this.kernel, kernelSize);
    const input = this.padCausal(x);
    const padding = this.padding === 'same' ? 'same' : 'valid';
    const run = (part: Tensor4D, filters: Tensor4D): Tensor4D =>
      conv2d(part, filters, [...strides], padding, 'NHWC', [...dilationRate]);
    if (groups === 1) return run(input, kernel);
    const filters = split<Tensor4D>(kernel, groups, 3);
    return concat(
      split<Tensor4D>(input, groups, 3).map((part, i) => run(part, filters[i]!)),
      3,
    );
  }
}

/** `kernel` with both window dimensions: that of a sequence gets a height of 1. */
export function reshapeKernel(kernel: Tensor, [height, width]: readonly [number, number]): Tensor4D {
  return kernel.rank === 4
    ? (kernel as Tensor4D)
    : reshape(kernel, [height, width, ...(kernel.shape.slice(1) as [number, number])]);
}
