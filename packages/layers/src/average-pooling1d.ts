import { Pooling, type PoolingOptions } from './pooling.js';
import type { Size1d } from './sizes.js';

/** Options of `averagePooling1d`. */
export type AveragePooling1dOptions = PoolingOptions<Size1d>;

/** The layer behind `averagePooling1d`. */
export class AveragePooling1D extends Pooling {
  override readonly className: string = 'AveragePooling1D';

  constructor(options: AveragePooling1dOptions = {}) {
    super('averagePooling1d', 1, 'average', options);
  }
}

/**
 * The mean of each window over sequences.
 *
 * y[b, t, c] = mean over k of x[b, t stride + k, c]
 *
 * x: [batch, steps, channels], y: [batch, steps', channels]
 *
 * With 'same' padding the mean is of those elements that lie within the input.
 *
 * @throws Error if a size is not a positive integer
 */
export function averagePooling1d(options: AveragePooling1dOptions = {}): AveragePooling1D {
  return new AveragePooling1D(options);
}
