import { add, div, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `average`. */
export class Average extends Merge {
  override readonly className: string = 'Average';

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return div(
      inputs.reduce((sum, x) => add(sum, x)),
      inputs.length,
    );
  }
}

/**
 * The mean of its inputs.
 *
 * y = (x1 + x2 + ... + xn) / n; shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function average(options: LayerOptions = {}): Average {
  return new Average(options);
}
