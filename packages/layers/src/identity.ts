import type { Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** The layer behind `identity`. */
export class Identity extends Elementwise {
  override readonly className: string = 'Identity';

  override call(x: Tensor): Tensor {
    return x;
  }
}

/** Gives what it takes: y = x. A place to look at, or where a layer may be left out. */
export function identity(options: LayerOptions = {}): Identity {
  return new Identity(options);
}
