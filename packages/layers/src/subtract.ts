import { sub, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `subtract`. */
export class Subtract extends Merge {
  override readonly className: string = 'Subtract';
  protected override readonly count: number = 2;

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return sub(inputs[0]!, inputs[1]!);
  }
}

/**
 * Subtracts its second input from the first.
 *
 * y = x1 - x2; shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function subtract(options: LayerOptions = {}): Subtract {
  return new Subtract(options);
}
