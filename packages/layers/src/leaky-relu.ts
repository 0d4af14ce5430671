import { leakyRelu } from '@sixstep/activations';
import { expectNumber } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `leakyReLU`. */
export interface LeakyReLUOptions extends LayerOptions {
  /** The slope where x < 0. Default 0.3. */
  readonly negativeSlope?: number | undefined;
}

/** The layer behind `leakyReLU`. */
export class LeakyReLU extends Elementwise {
  override readonly className: string = 'LeakyReLU';
  private readonly negativeSlope: number;

  constructor(options: LeakyReLUOptions = {}) {
    const negativeSlope = expectNumber('leakyReLU', 'negativeSlope', options.negativeSlope ?? 0.3, { min: 0 });
    super({ ...options, negativeSlope } as LayerOptions);
    this.negativeSlope = negativeSlope;
  }

  override call(x: Tensor): Tensor {
    return leakyRelu(x, { negativeSlope: this.negativeSlope });
  }
}

/**
 * Rectified linear unit that lets a little pass below 0.
 *
 * y = x if x >= 0, else negativeSlope x
 *
 * @throws Error if `negativeSlope` is negative
 */
export function leakyReLU(options: LeakyReLUOptions = {}): LeakyReLU {
  return new LeakyReLU(options);
}
