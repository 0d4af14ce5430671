import { ones } from '@sixstep/initializers';
import { expectInteger, expectNumber } from '@sixstep/parts';
import { add, mean, mul, reshape, rsqrt, square, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import { axesOf } from './layer-normalization.js';
import type { LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { withDefaults } from './with-defaults.js';

/** Options of `rmsNormalization`. */
export interface RmsNormalizationOptions extends LayerOptions {
  /** Over which dimension, or dimensions, to normalize. Default -1. */
  readonly axis?: number | readonly number[] | undefined;
  /** What is added to the mean square. Default 1e-6. */
  readonly epsilon?: number | undefined;
}

/** The layer behind `rmsNormalization`. */
export class RMSNormalization extends Elementwise {
  override readonly className: string = 'RMSNormalization';
  /** As in Keras: a mask ends here. */
  protected override readonly supportsMasking: boolean = false;
  private readonly axis: number | readonly number[];
  private readonly epsilon: number;
  private scale!: Variable;

  constructor(options: RmsNormalizationOptions = {}) {
    const settings = withDefaults(options, { axis: -1, epsilon: 1e-6 });
    super(settings);
    this.axis = settings.axis;
    this.epsilon = expectNumber('rmsNormalization', 'epsilon', settings.epsilon, { min: 0 });
  }

  override build(inputShape: Shape): void {
    const axes = axesOf(this.name, this.axis, inputShape.length);
    const shape = axes.map((axis) => expectInteger(this.name, `the input's size along axis ${axis}`, inputShape[axis]));
    this.scale = this.addWeight({ name: 'scale', shape, initializer: ones() });
    this.inputSpec = { rank: inputShape.length, axes: Object.fromEntries(axes.map((axis, i) => [axis, shape[i]!])) };
  }

  override call(x: Tensor): Tensor {
    const axes = axesOf(this.name, this.axis, x.rank);
    // As in Keras, scale lies along the last dimensions where its shape allows that.
    const fits = this.scale.shape.every((size, i) => size === 1 || size === x.shape[x.rank - axes.length + i]);
    const scale = fits
      ? this.scale
      : reshape(
          this.scale,
          x.shape.map((size, i) => (axes.includes(i) ? size : 1)),
        );
    return mul(mul(x, rsqrt(add(mean(square(x), axes, true), this.epsilon))), scale);
  }
}

/**
 * Makes the mean square of each sample 1 over the dimensions `axis`.
 *
 * y = scale x / sqrt(mean(x^2) + epsilon)
 *
 * Zhang and Sennrich 2019, "Root mean square layer normalization". Where `scale` does not fit the last dimensions Keras fails; here it
 * lies along `axis`.
 *
 * @throws Error if the input has no such axis
 */
export function rmsNormalization(options: RmsNormalizationOptions = {}): RMSNormalization {
  return new RMSNormalization(options);
}
