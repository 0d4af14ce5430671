import { maximum as maximumOf, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `maximum`. */
export class Maximum extends Merge {
  override readonly className: string = 'Maximum';

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return inputs.reduce((largest, x) => maximumOf(largest, x));
  }
}

/**
 * The largest of its inputs.
 *
 * y = max(x1, x2, ...); shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function maximum(options: LayerOptions = {}): Maximum {
  return new Maximum(options);
}
