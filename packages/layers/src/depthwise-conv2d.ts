import { DepthwiseConv, type DepthwiseConvOptions } from './depthwise-conv.js';
import type { Size2d } from './sizes.js';

/** Options of `depthwiseConv2d`. */
export type DepthwiseConv2dOptions = DepthwiseConvOptions<Size2d>;

/** The layer behind `depthwiseConv2d`. */
export class DepthwiseConv2D extends DepthwiseConv {
  override readonly className: string = 'DepthwiseConv2D';

  constructor(options: DepthwiseConv2dOptions) {
    super('depthwiseConv2d', 2, options);
  }
}

/**
 * Convolution over images that keeps the channels apart.
 *
 * y[b, i, j, c m + n] = activation(sum over p, q of x[b, i stride + p dilation, j stride + q dilation, c] kernel[p, q, c, n] + bias[c m + n]),
 * m = depthMultiplier
 *
 * x: [batch, height, width, channels], kernel: [rows, columns, channels, depthMultiplier], y: [batch, height', width', channels depthMultiplier]
 *
 * @throws Error if a size is not a positive integer
 */
export function depthwiseConv2d(options: DepthwiseConv2dOptions): DepthwiseConv2D {
  return new DepthwiseConv2D(options);
}
