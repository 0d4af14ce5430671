import { ConvTranspose, type ConvTransposeOptions } from './conv-transpose.js';
import type { Size2d } from './sizes.js';

/** Options of `conv2dTranspose`. */
export type Conv2dTransposeOptions = ConvTransposeOptions<Size2d>;

/** The layer behind `conv2dTranspose`. */
export class Conv2DTranspose extends ConvTranspose {
  override readonly className: string = 'Conv2DTranspose';

  constructor(options: Conv2dTransposeOptions) {
    super('conv2dTranspose', 2, options);
  }
}

/**
 * The transpose of a convolution over images: from what looks like its output to what looks like its input.
 * It makes larger what a convolution with the same strides would make smaller.
 *
 * x: [batch, height, width, channels], kernel: [rows, columns, filters, channels], y: [batch, height', width', filters]
 *
 * steps' = (steps - 1) stride + size + outputPadding for 'valid' padding, steps stride for 'same'
 *
 * Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning".
 *
 * @throws Error if `filters` or a size is not a positive integer, or outputPadding is not less than the strides
 */
export function conv2dTranspose(options: Conv2dTransposeOptions): Conv2DTranspose {
  return new Conv2DTranspose(options);
}
