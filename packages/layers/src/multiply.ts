import { mul, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `multiply`. */
export class Multiply extends Merge {
  override readonly className: string = 'Multiply';

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return inputs.reduce((product, x) => mul(product, x));
  }
}

/**
 * Multiplies its inputs.
 *
 * y = x1 x2 ...; shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function multiply(options: LayerOptions = {}): Multiply {
  return new Multiply(options);
}
