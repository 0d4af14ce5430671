import { ones, zeros, type Initializer } from '@sixstep/initializers';
import { expectInteger, expectNumber } from '@sixstep/parts';
import {
  add,
  cast,
  div,
  expandDims,
  mul,
  ones as onesOf,
  zeros as zerosOf,
  reshape,
  square,
  sub,
  sum,
  where,
  zerosLike,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { BatchRenormalization, type RenormOptions } from './batch-renormalization.js';
import type { CallOptions } from './call-context.js';
import { Elementwise } from './elementwise.js';
import { hasFused, runFused } from './fused.js';
import { momentsOf, positiveAxis, standardize } from './moments.js';
import { scaleAndCenterDefaults, type ScaleAndCenterOptions } from './scale-and-center.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf } from './weight-parts.js';
import { withDefaults, type Filled } from './with-defaults.js';

/** Options of `batchNormalization`. */
export interface BatchNormalizationOptions extends ScaleAndCenterOptions, RenormOptions {
  /** Which dimension holds the features. Default -1. */
  readonly axis?: number | undefined;
  /** How much of the moving averages stays at each step. Default 0.99. */
  readonly momentum?: number | undefined;
  /** Default `zeros()`. */
  readonly movingMeanInitializer?: Initializer | undefined;
  /** Default `ones()`. */
  readonly movingVarianceInitializer?: Initializer | undefined;
}

const defaults = () => ({
  axis: -1,
  momentum: 0.99,
  ...scaleAndCenterDefaults(),
  movingMeanInitializer: zeros() as Initializer,
  movingVarianceInitializer: ones() as Initializer,
  renorm: false,
  renormMomentum: 0.99,
});

/** The layer behind `batchNormalization`. */
export class BatchNormalization extends Elementwise {
  override readonly className: string = 'BatchNormalization';
  private readonly settings: Filled<BatchNormalizationOptions, ReturnType<typeof defaults>>;
  private gamma: Variable | undefined;
  private beta: Variable | undefined;
  private movingMean!: Variable;
  private movingVariance!: Variable;
  private renorm: BatchRenormalization | undefined;

  constructor(options: BatchNormalizationOptions = {}) {
    const place = 'batchNormalization';
    const parts = ['beta', 'gamma', 'movingMean', 'movingVariance'];
    const settings = withDefaults(resolveWeightParts(place, options, parts), defaults());
    super(settings);
    expectNumber(place, 'momentum', settings.momentum, { min: 0, max: 1 });
    expectNumber(place, 'epsilon', settings.epsilon, { min: 0 });
    this.settings = settings;
  }

  override build(inputShape: Shape): void {
    const { settings } = this;
    const axis = positiveAxis(this.name, settings.axis, inputShape.length);
    const features = expectInteger(this.name, `the input's size along axis ${settings.axis}`, inputShape[axis]);
    if (settings.scale) this.gamma = this.addWeight(weightOf(settings, 'gamma', [features]));
    if (settings.center) this.beta = this.addWeight(weightOf(settings, 'beta', [features]));
    const average = (name: string, initializer: Initializer): Variable =>
      this.addWeight({ name, shape: [features], initializer, trainable: false });
    this.movingMean = average('moving_mean', settings.movingMeanInitializer);
    this.movingVariance = average('moving_variance', settings.movingVarianceInitializer);
    if (settings.renorm) this.renorm = new BatchRenormalization(settings, average);
    this.inputSpec = { rank: inputShape.length, axes: { [axis]: features } };
  }

  override call(x: Tensor, { training, mask }: CallOptions): Tensor {
    const axis = positiveAxis(this.name, this.settings.axis, x.rank);
    const spread = (v: Tensor): Tensor =>
      axis === x.rank - 1
        ? v
        : reshape(
            v,
            x.shape.map((size, i) => (i === axis ? size : 1)),
          );
    const { epsilon } = this.settings;
    let gamma: Tensor | undefined = this.gamma;
    let beta: Tensor | undefined = this.beta;
    if (training !== true || !this.trainable) {
      const centered = sub(x, spread(this.movingMean));
      return standardize(centered, spread(this.movingVariance), epsilon, gamma && spread(gamma), beta && spread(beta));
    }
    const isPlain = axis === x.rank - 1 && mask == null && this.renorm === undefined;
    const fused = isPlain ? this.callFused(x) : undefined;
    if (fused !== undefined) return fused;
    const axes = x.shape.flatMap((_, i) => (i === axis ? [] : [i]));
    const { mean, centered, variance } = mask == null ? momentsOf(x, axes) : maskedMoments(x, axes, mask as Tensor);
    const [flatMean, flatVariance] = [reshape(mean, [-1]), reshape(variance, [-1])];
    if (this.renorm === undefined) {
      this.movingMean.assign(this.average(this.movingMean, flatMean));
      this.movingVariance.assign(this.average(this.movingVariance, flatVariance));
    } else {
      [gamma, beta] = this.renorm.correct(flatMean, flatVariance, gamma, beta);
      this.renorm.update(flatMean, flatVariance);
      this.movingMean.assign(this.average(this.movingMean, flatMean));
      this.movingVariance.assign(this.renorm.movingVariance());
    }
    return standardize(centered, variance, epsilon, gamma && spread(gamma), beta && spread(beta));
  }

  /** Training in one kernel, where there is one. */
  private callFused(x: Tensor): Tensor | undefined {
    if (!hasFused('SixstepBatchNorm')) return undefined;
    const features = [x.shape.at(-1)!];
    const { gamma = onesOf(features), beta = zerosOf(features) } = this;
    const fused = runFused('SixstepBatchNorm', { x, gamma, beta }, { epsilon: this.settings.epsilon });
    if (fused === undefined) return undefined;
    const [y, mean, variance] = fused as [Tensor, Tensor, Tensor];
    this.movingMean.assign(this.average(this.movingMean, mean));
    this.movingVariance.assign(this.average(this.movingVariance, variance));
    return y;
  }

  private average(moving: Tensor, batch: Tensor): Tensor {
    const { momentum } = this.settings;
    return add(mul(moving, momentum), mul(batch, 1 - momentum));
  }
}

/** Moments over the steps that count. */
function maskedMoments(x: Tensor, axes: number[], mask: Tensor): ReturnType<typeof momentsOf> {
  if (mask.rank !== x.rank - 1) {
    throw new Error(
      `batchNormalization: expected a mask of rank ${x.rank - 1}, one less than the input, received rank ${mask.rank}.`,
    );
  }
  const zero = zerosLike(x);
  const counts = cast(expandDims(mask, -1), 'bool');
  const total = sum(where(counts, add(zero, 1), zero), axes, true);
  const mean = div(sum(where(counts, x, zero), axes, true), add(total, 1e-7));
  const centered = sub(x, mean);
  const variance = div(sum(where(counts, square(centered), zero), axes, true), add(total, 1e-7));
  return { mean, centered, variance };
}

/**
 * Makes the mean of each feature 0 and its variance 1 over the batch.
 *
 * y = gamma (x - mean) / sqrt(variance + epsilon) + beta; in training with the batch's mean and (biased) variance, otherwise
 * with the moving averages of these: moving = momentum moving + (1 - momentum) batch. Not trainable: the averages hold.
 *
 * Ioffe and Szegedy 2015, "Batch normalization: accelerating deep network training by reducing internal covariate shift".
 *
 * @param options.renorm batch renormalization, Ioffe 2017
 * @throws Error if the input has no such axis
 */
export function batchNormalization(options: BatchNormalizationOptions = {}): BatchNormalization {
  return new BatchNormalization(options);
}
