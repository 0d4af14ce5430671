import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** The layer behind `flatten`. */
export class Flatten extends Layer {
  override readonly className: string = 'Flatten';

  override call(x: Tensor): Tensor {
    return reshape(x, [x.shape[0]!, x.size / Math.max(x.shape[0]!, 1)]);
  }

  override computeOutputShape([batch = null, ...sample]: Shape): Shape {
    return [batch, sample.includes(null) ? null : (sample as number[]).reduce((size, n) => size * n, 1)];
  }
}

/**
 * Makes a vector of each sample.
 *
 * x: [batch, a, b, ...] -> y: [batch, a b ...]
 */
export function flatten(options: LayerOptions = {}): Flatten {
  return new Flatten(options);
}
