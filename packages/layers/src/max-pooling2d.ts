import { Pooling, type PoolingOptions } from './pooling.js';
import type { Size2d } from './sizes.js';

/** Options of `maxPooling2d`. */
export type MaxPooling2dOptions = PoolingOptions<Size2d>;

/** The layer behind `maxPooling2d`. */
export class MaxPooling2D extends Pooling {
  override readonly className: string = 'MaxPooling2D';

  constructor(options: MaxPooling2dOptions = {}) {
    super('maxPooling2d', 2, 'max', options);
  }
}

/**
 * The largest element of each window over images.
 *
 * y[b, i, j, c] = max over p, q of x[b, i stride + p, j stride + q, c]
 *
 * x: [batch, height, width, channels], y: [batch, height', width', channels]
 *
 * Where several are the largest, the first gets the gradient.
 *
 * @throws Error if a size is not a positive integer
 */
export function maxPooling2d(options: MaxPooling2dOptions = {}): MaxPooling2D {
  return new MaxPooling2D(options);
}
