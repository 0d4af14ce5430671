import { expectInteger } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import { repeat } from './repeat.js';
import type { Shape } from './shape.js';

/** Options of `upSampling1d`. */
export interface UpSampling1dOptions extends LayerOptions {
  /** How many times each step comes. Default 2. */
  readonly size?: number | undefined;
}

/** The layer behind `upSampling1d`. */
export class UpSampling1D extends Layer {
  override readonly className: string = 'UpSampling1D';
  private readonly size: number;

  constructor(options: UpSampling1dOptions = {}) {
    const size = expectInteger('upSampling1d', 'size', options.size ?? 2);
    super({ ...options, size } as LayerOptions);
    this.size = size;
    this.inputSpec = { rank: 3 };
  }

  override call(x: Tensor): Tensor {
    return repeat(x, this.size, 1);
  }

  override computeOutputShape([batch = null, steps = null, channels = null]: Shape): Shape {
    return [batch, steps === null ? null : steps * this.size, channels];
  }
}

/**
 * Repeats each step of a sequence: x: [batch, steps, channels] -> y: [batch, steps size, channels].
 *
 * @throws Error if `size` is not a positive integer
 */
export function upSampling1d(options: UpSampling1dOptions = {}): UpSampling1D {
  return new UpSampling1D(options);
}
