import { Pooling, type PoolingOptions } from './pooling.js';
import type { Size1d } from './sizes.js';

/** Options of `maxPooling1d`. */
export type MaxPooling1dOptions = PoolingOptions<Size1d>;

/** The layer behind `maxPooling1d`. */
export class MaxPooling1D extends Pooling {
  override readonly className: string = 'MaxPooling1D';

  constructor(options: MaxPooling1dOptions = {}) {
    super('maxPooling1d', 1, 'max', options);
  }
}

/**
 * The largest element of each window over sequences.
 *
 * y[b, t, c] = max over k of x[b, t stride + k, c]
 *
 * x: [batch, steps, channels], y: [batch, steps', channels]
 *
 * Where several are the largest, the first gets the gradient.
 *
 * @throws Error if a size is not a positive integer
 */
export function maxPooling1d(options: MaxPooling1dOptions = {}): MaxPooling1D {
  return new MaxPooling1D(options);
}
