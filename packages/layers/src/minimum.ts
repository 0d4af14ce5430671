import { minimum as minimumOf, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `minimum`. */
export class Minimum extends Merge {
  override readonly className: string = 'Minimum';

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return inputs.reduce((least, x) => minimumOf(least, x));
  }
}

/**
 * The least of its inputs.
 *
 * y = min(x1, x2, ...); shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function minimum(options: LayerOptions = {}): Minimum {
  return new Minimum(options);
}
