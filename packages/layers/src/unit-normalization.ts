import { maximum, mul, rsqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import { axesOf } from './layer-normalization.js';
import type { LayerOptions } from './layer.js';

/** Options of `unitNormalization`. */
export interface UnitNormalizationOptions extends LayerOptions {
  /** Over which dimension, or dimensions, the norm is. Default -1. */
  readonly axis?: number | readonly number[] | undefined;
}

/** x / max(||x||, epsilon), the norm over `axes`. */
export function unitNormalize(x: Tensor, axes: number[], epsilon: number): Tensor {
  return mul(x, rsqrt(maximum(sum(square(x), axes, true), epsilon ** 2)));
}

/** The layer behind `unitNormalization`. */
export class UnitNormalization extends Elementwise {
  override readonly className: string = 'UnitNormalization';
  private readonly axis: number | readonly number[];

  constructor(options: UnitNormalizationOptions = {}) {
    const axis = options.axis ?? -1;
    super({ ...options, axis } as LayerOptions);
    this.axis = axis;
  }

  override call(x: Tensor): Tensor {
    return unitNormalize(x, axesOf(this.name, this.axis, x.rank), 1e-12);
  }
}

/**
 * Makes the Euclidean norm of each sample 1 over the dimensions `axis`.
 *
 * y = x / max(||x||, 1e-12)
 *
 * @throws Error if the input has no such axis
 */
export function unitNormalization(options: UnitNormalizationOptions = {}): UnitNormalization {
  return new UnitNormalization(options);
}
