import { SeparableConv, type SeparableConvOptions } from './separable-conv.js';
import type { Size1d } from './sizes.js';

/** Options of `separableConv1d`. */
export type SeparableConv1dOptions = SeparableConvOptions<Size1d>;

/** The layer behind `separableConv1d`. */
export class SeparableConv1D extends SeparableConv {
  override readonly className: string = 'SeparableConv1D';

  constructor(options: SeparableConv1dOptions) {
    super('separableConv1d', 1, options);
  }
}

/**
 * A depthwise convolution over sequences, then a convolution of size 1 that mixes the channels.
 *
 * y = activation(conv(depthwise(x, depthwiseKernel), pointwiseKernel) + bias)
 *
 * x: [batch, steps, channels], depthwiseKernel: [kernelSize, channels, m], pointwiseKernel: [1, channels m, filters],
 * m = depthMultiplier
 *
 * @throws Error if `filters` or a size is not a positive integer
 */
export function separableConv1d(options: SeparableConv1dOptions): SeparableConv1D {
  return new SeparableConv1D(options);
}
