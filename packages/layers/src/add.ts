import { add as addTensors, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerOptions } from './layer.js';
import { Merge } from './merge.js';

/** The layer behind `add`. */
export class Add extends Merge {
  override readonly className: string = 'Add';

  protected override merge(inputs: readonly Tensor[]): Tensor {
    return inputs.reduce((sum, x) => addTensors(sum, x));
  }
}

/**
 * Adds its inputs.
 *
 * y = x1 + x2 + ...; shapes broadcast
 *
 * @throws Error if the shapes do not fit
 */
export function add(options: LayerOptions = {}): Add {
  return new Add(options);
}
