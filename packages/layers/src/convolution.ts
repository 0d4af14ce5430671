import type { Activation, ActivationName } from '@sixstep/activations';
import { glorotUniform, zeros } from '@sixstep/initializers';
import { expectInteger, expectOneOf } from '@sixstep/parts';
import { add, type Tensor, type Tensor4D, type Variable } from '@tensorflow/tfjs-core';
import { resolveActivation } from './resolve-activation.js';
import type { Shape } from './shape.js';
import { expectPositive, expectSizes, windowCount } from './sizes.js';
import { Spatial, type ImageShape, type SpatialOptions } from './spatial.js';
import { resolveWeightParts, weightOf, type WeightParts } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options that all convolutions share; `Size` is a number or one for each dimension. */
export interface ConvolutionOptions<Size> extends SpatialOptions, WeightParts<'bias'> {
  /** The window's sizes. */
  readonly kernelSize: Size;
  /** Default 1. */
  readonly strides?: Size | undefined;
  /** `'valid'`: windows lie within the input. `'same'`: the output has the input's size (over the stride). Default `'valid'`. */
  readonly padding?: 'valid' | 'same' | undefined;
  /** How far apart the window's elements stand. Default 1. */
  readonly dilationRate?: Size | undefined;
  /** Default: linear. */
  readonly activation?: Activation | ActivationName | undefined;
  /** Default true. */
  readonly useBias?: boolean | undefined;
}

/** What a convolution is told besides its options. */
interface Kind {
  readonly place: string;
  readonly rank: 1 | 2;
  readonly paddings?: readonly string[];
  /** The prefixes of its kernels' parts. */
  readonly kernels: readonly string[];
  /** Whether it can step and dilate at once. */
  readonly mayDilateSteps?: boolean;
}

/** What all convolutions have in common: windows, bias and activation. */
export abstract class Convolution extends Spatial {
  protected readonly settings: object;
  /** The window's sizes, as for an image. */
  protected readonly kernelSize: readonly [number, number];
  protected readonly strides: readonly [number, number];
  protected readonly dilationRate: readonly [number, number];
  protected readonly padding: string;
  protected readonly activation: Activation;
  private readonly useBias: boolean;
  protected bias: Variable | undefined;

  constructor(options: ConvolutionOptions<unknown>, kind: Kind) {
    const { place, rank, paddings = ['valid', 'same'], kernels } = kind;
    const sizes = (option: string, value: unknown): number[] => expectSizes(place, option, value, rank);
    const [activation, named] = resolveActivation(place, options.activation);
    const kernelInitializers = Object.fromEntries(kernels.map((prefix) => [`${prefix}Initializer`, glorotUniform()]));
    const given = withDefaults(resolveWeightParts(place, options, [...kernels, 'bias']), {
      ...kernelInitializers,
      biasInitializer: zeros(),
      padding: 'valid',
      useBias: true,
    });
    const kernelSize = sizes('kernelSize', options.kernelSize);
    const strides = sizes('strides', options.strides ?? 1);
    const dilationRate = sizes('dilationRate', options.dilationRate ?? 1);
    const settings = { ...given, activation: named, kernelSize, strides, dilationRate };
    super(place, rank, settings as SpatialOptions);
    if (kind.mayDilateSteps !== true && Math.max(...strides) > 1 && Math.max(...dilationRate) > 1) {
      throw new Error(
        `${place}: expected strides or dilationRate to be 1, received strides [${strides.join(', ')}] and ` +
          `dilationRate [${dilationRate.join(', ')}].`,
      );
    }
    const image = ([a = 1, b]: number[]): [number, number] => (b === undefined ? [1, a] : [a, b]);
    this.settings = settings;
    this.padding = expectOneOf(place, 'padding', given.padding as string, paddings);
    this.kernelSize = image(kernelSize);
    this.strides = image(strides);
    this.dilationRate = image(dilationRate);
    this.activation = activation;
    this.useBias = given.useBias;
  }

  /** Makes the kernels for so many channels. */
  protected abstract buildKernels(channels: number, windowShape: readonly number[]): void;

  /** How many channels the output has for so many of the input. */
  protected abstract filtersFor(channels: number): number;

  protected abstract convolve(x: Tensor4D): Tensor4D;

  override build(inputShape: Shape): void {
    const axis = this.channelsFirst ? 1 : -1;
    const channels = expectInteger(this.name, "the input's number of channels", this.imageShape(inputShape)[3]);
    this.computeOutputShape(inputShape);
    this.buildKernels(channels, this.rank === 1 ? [this.kernelSize[1]] : this.kernelSize);
    if (this.useBias) this.bias = this.addWeight(weightOf(this.settings, 'bias', [this.filtersFor(channels)]));
    this.inputSpec = { rank: this.rank + 2, axes: { [axis]: channels } };
  }

  protected override transform(x: Tensor4D): Tensor4D {
    const y = this.convolve(x);
    return this.bias === undefined ? y : add(y, this.bias);
  }

  override call(x: Tensor): Tensor {
    return this.activation(super.call(x));
  }

  protected override transformShape([batch, height, width, channels]: ImageShape): ImageShape {
    const [rows, columns] = [height, width].map((length, i) => this.outputLength(length, i as 0 | 1)) as [
      number | null,
      number | null,
    ];
    expectPositive(this.name, [batch, rows, columns], [batch, height, width, channels]);
    return [batch, rows, columns, channels === null ? null : this.filtersFor(channels)];
  }

  /** The output's size along height (0) or width (1). */
  protected outputLength(length: number | null, axis: 0 | 1): number | null {
    return windowCount(length, this.kernelSize[axis], this.strides[axis], this.padding, this.dilationRate[axis]);
  }
}
