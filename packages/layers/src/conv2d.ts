import { Conv, type ConvOptions } from './conv.js';
import type { Size2d } from './sizes.js';

/** Options of `conv2d`. */
export type Conv2dOptions = ConvOptions<Size2d>;

/** The layer behind `conv2d`. */
export class Conv2D extends Conv {
  override readonly className: string = 'Conv2D';

  constructor(options: Conv2dOptions) {
    super('conv2d', 2, options);
  }
}

/**
 * Convolution over images (a cross-correlation, as in all of deep learning).
 *
 * y[b, i, j, f] = activation(sum over p, q, c of x[b, i stride + p dilation, j stride + q dilation, c] kernel[p, q, c, f] + bias[f])
 *
 * x: [batch, height, width, channels], kernel: [rows, columns, channels / groups, filters], y: [batch, height', width', filters]
 *
 * @throws Error if `filters` or a size is not a positive integer, or the groups do not divide filters and channels
 */
export function conv2d(options: Conv2dOptions): Conv2D {
  return new Conv2D(options);
}
