import { DepthwiseConv, type DepthwiseConvOptions } from './depthwise-conv.js';
import type { Size1d } from './sizes.js';

/** Options of `depthwiseConv1d`. */
export type DepthwiseConv1dOptions = DepthwiseConvOptions<Size1d>;

/** The layer behind `depthwiseConv1d`. */
export class DepthwiseConv1D extends DepthwiseConv {
  override readonly className: string = 'DepthwiseConv1D';

  constructor(options: DepthwiseConv1dOptions) {
    super('depthwiseConv1d', 1, options);
  }
}

/**
 * Convolution over sequences that keeps the channels apart.
 *
 * y[b, t, c m + i] = activation(sum over k of x[b, t stride + k dilation, c] kernel[k, c, i] + bias[c m + i]), m = depthMultiplier
 *
 * x: [batch, steps, channels], kernel: [kernelSize, channels, depthMultiplier], y: [batch, steps', channels depthMultiplier]
 *
 * @throws Error if a size is not a positive integer
 */
export function depthwiseConv1d(options: DepthwiseConv1dOptions): DepthwiseConv1D {
  return new DepthwiseConv1D(options);
}
