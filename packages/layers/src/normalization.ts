import { zeros, ones } from '@sixstep/initializers';
import { expectInteger, formatShape, formatValue } from '@sixstep/parts';
import {
  add,
  cast,
  div,
  maximum,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  tensor,
  tidy,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import { axesOf } from './layer-normalization.js';
import type { LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { withDefaults } from './with-defaults.js';

/** A number, or numbers in lists. */
export type Numbers = number | readonly Numbers[];

/** Options of `normalization`. */
export interface NormalizationOptions extends LayerOptions {
  /** Dimensions with a mean and a variance of their own for each index; `null`: one of each for all. Default -1. */
  readonly axis?: number | readonly number[] | null | undefined;
  /** The means, if they are known: then so are the variances. Without them the layer learns both by `adapt`. */
  readonly mean?: Numbers | null | undefined;
  readonly variance?: Numbers | null | undefined;
  /** Whether to go back from the standardized to the original. Default false. */
  readonly invert?: boolean | undefined;
}

const shapeOf = (value: Numbers): number[] =>
  typeof value === 'number' ? [] : [value.length, ...(value.length > 0 ? shapeOf(value[0]!) : [])];

/** The layer behind `normalization`. */
export class Normalization extends Elementwise {
  override readonly className: string = 'Normalization';
  private readonly axis: readonly number[];
  private readonly invert: boolean;
  private readonly given: { readonly mean: Numbers; readonly variance: Numbers } | undefined;
  private mean: Variable | undefined;
  private variance: Variable | undefined;

  constructor(options: NormalizationOptions = {}) {
    const settings = withDefaults(options, { axis: -1, invert: false }) as NormalizationOptions;
    super(settings);
    const { axis, mean, variance, invert } = settings;
    this.axis = axis == null ? [] : typeof axis === 'number' ? [axis] : axis;
    this.invert = invert === true;
    if (mean == null && variance == null) return;
    if (mean == null || variance == null || shapeOf(mean).join() !== shapeOf(variance).join()) {
      throw new Error(
        `normalization: expected mean and variance to be given together, of one shape, received ${formatValue(mean)} and ${formatValue(variance)}.`,
      );
    }
    if (shapeOf(mean).length > this.axis.length) {
      throw new Error(
        `normalization: expected mean to have at most ${this.axis.length} dimensions, as many as axis, received shape ${formatShape(shapeOf(mean))}.`,
      );
    }
    this.given = { mean, variance };
  }

  override build(inputShape: Shape): void {
    const axes = this.axes(inputShape.length);
    const shape = axes.map((axis) => expectInteger(this.name, `the input's size along axis ${axis}`, inputShape[axis]));
    this.inputSpec = { rank: inputShape.length, axes: Object.fromEntries(axes.map((axis, i) => [axis, shape[i]!])) };
    if (this.given !== undefined) return;
    this.mean = this.addWeight({ name: 'mean', shape, initializer: zeros(), trainable: false });
    this.variance = this.addWeight({ name: 'variance', shape, initializer: ones(), trainable: false });
    // Of older Keras: saved files hold it.
    this.addWeight({ name: 'count', shape: [], initializer: zeros(), trainable: false, dtype: 'int32' });
  }

  /** The dimensions counted from the front, in order. */
  private axes(rank: number): number[] {
    return axesOf(this.name, this.axis, rank).sort((a, b) => a - b);
  }

  override call(x: Tensor): Tensor {
    const axes = this.axes(x.rank);
    const shape = x.shape.map((size, axis) => (axes.includes(axis) ? size : 1));
    const spread = (v: Tensor): Tensor => reshape(v, shape);
    const mean = this.given === undefined ? spread(this.mean!) : this.align(this.given.mean, axes, x.rank);
    const variance = this.given === undefined ? spread(this.variance!) : this.align(this.given.variance, axes, x.rank);
    const stddev = maximum(sqrt(variance), 1e-7);
    const input = cast(x, 'float32');
    return this.invert ? add(mean, mul(input, stddev)) : div(sub(input, mean), stddev);
  }

  /** Given numbers with their dimensions at the last of `axes`. */
  private align(value: Numbers, axes: readonly number[], rank: number): Tensor {
    const sizes = shapeOf(value);
    const shape = Array.from({ length: rank }, () => 1);
    sizes.forEach((size, i) => (shape[axes[axes.length - sizes.length + i]!] = size));
    return tensor((typeof value === 'number' ? [value] : value.flat(Infinity as 1)) as number[], shape);
  }

  /**
   * Learns mean and variance from data.
   *
   * @param data of the shape that the layer will see, batch first
   * @throws Error if mean and variance were given as options
   */
  adapt(data: Tensor): void {
    if (this.given !== undefined)
      throw new Error(`${this.name}: expected no mean and variance as options where adapt learns them.`);
    this.ensureBuilt([null, ...data.shape.slice(1)]);
    tidy(() => {
      const kept = this.axes(data.rank);
      const axes = data.shape.flatMap((_, axis) => (kept.includes(axis) ? [] : [axis]));
      const x = cast(data, 'float32');
      const average = mean(x, axes, true);
      this.mean!.assign(reshape(average, this.mean!.shape));
      this.variance!.assign(reshape(mean(square(sub(x, average)), axes), this.variance!.shape));
    });
  }
}

/**
 * Standardizes each feature by a mean and a variance that are given, or learned once by `adapt`; training does not change them.
 *
 * y = (x - mean) / max(sqrt(variance), 1e-7); with `invert` y = mean + x max(sqrt(variance), 1e-7)
 *
 * @throws Error if only one of mean and variance is given, or their shapes do not fit
 *
 * @example
 * const layer = normalization();
 * layer.adapt(x);
 */
export function normalization(options: NormalizationOptions = {}): Normalization {
  return new Normalization(options);
}
