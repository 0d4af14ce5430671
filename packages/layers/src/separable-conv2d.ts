import { SeparableConv, type SeparableConvOptions } from './separable-conv.js';
import type { Size2d } from './sizes.js';

/** Options of `separableConv2d`. */
export type SeparableConv2dOptions = SeparableConvOptions<Size2d>;

/** The layer behind `separableConv2d`. */
export class SeparableConv2D extends SeparableConv {
  override readonly className: string = 'SeparableConv2D';

  constructor(options: SeparableConv2dOptions) {
    super('separableConv2d', 2, options);
  }
}

/**
 * A depthwise convolution over images, then a convolution of 1 x 1 that mixes the channels.
 *
 * y = activation(conv(depthwise(x, depthwiseKernel), pointwiseKernel) + bias)
 *
 * x: [batch, height, width, channels], depthwiseKernel: [rows, columns, channels, m],
 * pointwiseKernel: [1, 1, channels m, filters], m = depthMultiplier
 *
 * @throws Error if `filters` or a size is not a positive integer
 */
export function separableConv2d(options: SeparableConv2dOptions): SeparableConv2D {
  return new SeparableConv2D(options);
}
