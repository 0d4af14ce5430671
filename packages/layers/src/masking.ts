import { any, expandDims, notEqual, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `masking`. */
export interface MaskingOptions extends LayerOptions {
  /** A step whose features all have this value does not count. Default 0. */
  readonly maskValue?: number | undefined;
}

/** The layer behind `masking`. */
export class Masking extends Elementwise {
  override readonly className: string = 'Masking';
  private readonly maskValue: number;

  constructor(options: MaskingOptions = {}) {
    const maskValue = options.maskValue ?? 0;
    super({ ...options, maskValue } as LayerOptions);
    this.maskValue = maskValue;
  }

  override call(x: Tensor): Tensor {
    return where(expandDims(this.computeMask(x), -1), x, zerosLike(x));
  }

  protected override computeMask(x: Tensor): Tensor {
    return any(notEqual(x, this.maskValue), -1);
  }
}

/**
 * Marks the steps that do not count, for the layers that follow, and makes them 0.
 *
 * x: [batch, steps, features]; a step counts if any of its features differs from `maskValue`
 */
export function masking(options: MaskingOptions = {}): Masking {
  return new Masking(options);
}
