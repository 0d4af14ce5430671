import { expectInteger, expectNumber } from '@sixstep/parts';
import { reshape, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import { momentsOf, positiveAxis, standardize } from './moments.js';
import { scaleAndCenterDefaults, type ScaleAndCenterOptions } from './scale-and-center.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options of `layerNormalization`. */
export interface LayerNormalizationOptions extends ScaleAndCenterOptions {
  /** Over which dimension, or dimensions, to normalize. Default -1. */
  readonly axis?: number | readonly number[] | undefined;
}

/** The dimensions `axis` counted from the front; in Keras' order, which sorts them as they were given: -1 before 1. */
export function axesOf(place: string, axis: number | readonly number[], rank: number): number[] {
  return (typeof axis === 'number' ? [axis] : [...axis])
    .sort((a, b) => a - b)
    .map((one) => positiveAxis(place, one, rank));
}

/** The layer behind `layerNormalization`. */
export class LayerNormalization extends Elementwise {
  override readonly className: string = 'LayerNormalization';
  private readonly settings: LayerNormalizationOptions & {
    readonly axis: number | readonly number[];
    readonly epsilon: number;
  };
  private gamma: Variable | undefined;
  private beta: Variable | undefined;

  constructor(options: LayerNormalizationOptions = {}) {
    const resolved = resolveWeightParts('layerNormalization', options, ['beta', 'gamma']);
    const settings = withDefaults(resolved, { axis: -1, ...scaleAndCenterDefaults() });
    super(settings);
    expectNumber('layerNormalization', 'epsilon', settings.epsilon, { min: 0 });
    this.settings = settings;
  }

  override build(inputShape: Shape): void {
    const { settings } = this;
    const axes = axesOf(this.name, settings.axis, inputShape.length);
    const shape = axes.map((axis) => expectInteger(this.name, `the input's size along axis ${axis}`, inputShape[axis]));
    if (settings.scale === true) this.gamma = this.addWeight(weightOf(settings, 'gamma', shape));
    if (settings.center === true) this.beta = this.addWeight(weightOf(settings, 'beta', shape));
    this.inputSpec = { rank: inputShape.length, axes: Object.fromEntries(axes.map((axis, i) => [axis, shape[i]!])) };
  }

  override call(x: Tensor): Tensor {
    const axes = axesOf(this.name, this.settings.axis, x.rank);
    const isLast = axes.length === 1 && axes[0] === x.rank - 1;
    const spread = (v: Tensor | undefined): Tensor | undefined =>
      v === undefined || isLast
        ? v
        : reshape(
            v,
            x.shape.map((size, i) => (axes.includes(i) ? size : 1)),
          );
    const { centered, variance } = momentsOf(x, axes);
    return standardize(centered, variance, this.settings.epsilon, spread(this.gamma), spread(this.beta));
  }
}

/**
 * Makes the mean of each sample 0 and its variance 1 over the dimensions `axis`.
 *
 * y = gamma (x - mean) / sqrt(variance + epsilon) + beta, gamma and beta of the shape of these dimensions
 *
 * Ba, Kiros and Hinton 2016, "Layer normalization".
 *
 * @throws Error if the input has no such axis
 */
export function layerNormalization(options: LayerNormalizationOptions = {}): LayerNormalization {
  return new LayerNormalization(options);
}
