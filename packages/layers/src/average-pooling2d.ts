import { Pooling, type PoolingOptions } from './pooling.js';
import type { Size2d } from './sizes.js';

/** Options of `averagePooling2d`. */
export type AveragePooling2dOptions = PoolingOptions<Size2d>;

/** The layer behind `averagePooling2d`. */
export class AveragePooling2D extends Pooling {
  override readonly className: string = 'AveragePooling2D';

  constructor(options: AveragePooling2dOptions = {}) {
    super('averagePooling2d', 2, 'average', options);
  }
}

/**
 * The mean of each window over images.
 *
 * y[b, i, j, c] = mean over p, q of x[b, i stride + p, j stride + q, c]
 *
 * x: [batch, height, width, channels], y: [batch, height', width', channels]
 *
 * With 'same' padding the mean is of those elements that lie within the input.
 *
 * @throws Error if a size is not a positive integer
 */
export function averagePooling2d(options: AveragePooling2dOptions = {}): AveragePooling2D {
  return new AveragePooling2D(options);
}
