import type { Initializer } from '@sixstep/initializers';
import {
  clipByValue,
  add,
  div,
  maximum,
  minimum,
  mul,
  relu,
  scalar,
  sqrt,
  square,
  sub,
  tidy,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { stopGradient } from './stop-gradient.js';

/** Options of batch renormalization. */
export interface RenormOptions {
  /** Whether to renormalize: training then uses what inference uses, up to a correction without gradient. Default false. */
  readonly renorm?: boolean | undefined;
  /** Bounds of the correction: r in [rmin, rmax], d in [-dmax, dmax]. Default: none. */
  readonly renormClipping?:
    { readonly rmin?: number; readonly rmax?: number; readonly dmax?: number } | null | undefined;
  /** How much of the averages that the correction uses stays at each step. Default 0.99. */
  readonly renormMomentum?: number | undefined;
}

/** What is needed of batch normalization's settings. */
interface Settings extends RenormOptions {
  readonly epsilon: number;
  readonly momentum: number;
  readonly renormMomentum: number;
  readonly movingMeanInitializer: Initializer;
  readonly movingVarianceInitializer: Initializer;
}

/**
 * The state and the correction of batch renormalization: y = gamma (z r + d) + beta, z the batch-normalized input,
 * r = stddev / renormStddev, d = (mean - renormMean) / renormStddev. Ioffe 2017, "Batch renormalization".
 */
export class BatchRenormalization {
  private readonly settings: Settings;
  private readonly movingStddev: Variable;
  private readonly renormMean: Variable;
  private readonly renormStddev: Variable;

  constructor(settings: Settings, addAverage: (name: string, initializer: Initializer) => Variable) {
    const stddev: Initializer = (shape, dtype) => tidy(() => sqrt(settings.movingVarianceInitializer(shape, dtype)));
    this.settings = settings;
    this.movingStddev = addAverage('moving_stddev', stddev);
    this.renormMean = addAverage('renorm_mean', settings.movingMeanInitializer);
    this.renormStddev = addAverage('renorm_stddev', stddev);
  }

  /** Scale and offset that hold the correction, which gets no gradient. */
  correct(mean: Tensor, variance: Tensor, gamma: Tensor | undefined, beta: Tensor | undefined): [Tensor, Tensor] {
    const { epsilon, renormClipping } = this.settings;
    const { rmin, rmax, dmax } = renormClipping ?? {};
    const reference = maximum(this.renormStddev, scalar(Math.sqrt(epsilon)));
    let r = div(sqrt(add(stopGradient(variance), epsilon)), reference);
    let d = div(sub(stopGradient(mean), this.renormMean), reference);
    if (rmin !== undefined) r = maximum(r, rmin);
    if (rmax !== undefined) r = minimum(r, rmax);
    if (dmax !== undefined) d = clipByValue(d, -dmax, dmax);
    const offset = gamma === undefined ? d : mul(d, gamma);
    return [gamma === undefined ? r : mul(r, gamma), beta === undefined ? offset : add(offset, beta)];
  }

  /** Moves the averages towards the batch. */
  update(mean: Tensor, variance: Tensor): void {
    const { epsilon, momentum, renormMomentum } = this.settings;
    const stddev = sqrt(add(variance, epsilon));
    const average = (moving: Tensor, batch: Tensor, keep: number): Tensor =>
      add(mul(moving, keep), mul(batch, 1 - keep));
    this.renormMean.assign(average(this.renormMean, mean, renormMomentum));
    this.renormStddev.assign(average(this.renormStddev, stddev, renormMomentum));
    this.movingStddev.assign(average(this.movingStddev, stddev, momentum));
  }

  /** The variance that inference uses. */
  movingVariance(): Tensor {
    return relu(sub(square(this.movingStddev), this.settings.epsilon));
  }
}
