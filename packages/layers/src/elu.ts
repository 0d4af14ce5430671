import { elu as eluFunction } from '@sixstep/activations';
import { expectNumber } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `elu`. */
export interface ELUOptions extends LayerOptions {
  /** What the output tends to, times -1, as x falls. Default 1. */
  readonly alpha?: number | undefined;
}

/** The layer behind `elu`. */
export class ELU extends Elementwise {
  override readonly className: string = 'ELU';
  private readonly alpha: number;

  constructor(options: ELUOptions = {}) {
    const alpha = expectNumber('elu', 'alpha', options.alpha ?? 1);
    super({ ...options, alpha } as LayerOptions);
    this.alpha = alpha;
  }

  override call(x: Tensor): Tensor {
    return eluFunction(x, { alpha: this.alpha });
  }
}

/**
 * Exponential linear unit as a layer.
 *
 * y = x if x > 0, else alpha (exp(x) - 1)
 */
export function elu(options: ELUOptions = {}): ELU {
  return new ELU(options);
}
