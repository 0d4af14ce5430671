import { expectInteger } from '@sixstep/parts';
import { expandDims, tile, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `repeatVector`. */
export interface RepeatVectorOptions extends LayerOptions {
  /** How many times. */
  readonly n: number;
}

/** The layer behind `repeatVector`. */
export class RepeatVector extends Layer {
  override readonly className: string = 'RepeatVector';
  private readonly n: number;

  constructor(options: RepeatVectorOptions) {
    super(options);
    this.n = expectInteger('repeatVector', 'n', options.n);
    this.inputSpec = { rank: 2 };
  }

  override call(x: Tensor): Tensor {
    return tile(expandDims(x, 1), [1, this.n, 1]);
  }

  override computeOutputShape([batch = null, features = null]: Shape): Shape {
    return [batch, this.n, features];
  }
}

/**
 * Makes a sequence of n equal steps: x: [batch, features] -> y: [batch, n, features].
 *
 * @throws Error if `n` is not a positive integer
 */
export function repeatVector(options: RepeatVectorOptions): RepeatVector {
  return new RepeatVector(options);
}
