import { ConvTranspose, type ConvTransposeOptions } from './conv-transpose.js';
import type { Size1d } from './sizes.js';

/** Options of `conv1dTranspose`. */
export type Conv1dTransposeOptions = ConvTransposeOptions<Size1d>;

/** The layer behind `conv1dTranspose`. */
export class Conv1DTranspose extends ConvTranspose {
  override readonly className: string = 'Conv1DTranspose';

  constructor(options: Conv1dTransposeOptions) {
    super('conv1dTranspose', 1, options);
  }
}

/**
 * The transpose of a convolution over sequences: from what looks like its output to what looks like its input.
 * It makes larger what a convolution with the same strides would make smaller.
 *
 * x: [batch, steps, channels], kernel: [kernelSize, filters, channels], y: [batch, steps', filters]
 *
 * steps' = (steps - 1) stride + size + outputPadding for 'valid' padding, steps stride for 'same'
 *
 * Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning".
 *
 * @throws Error if `filters` or a size is not a positive integer, or outputPadding is not less than the strides
 */
export function conv1dTranspose(options: Conv1dTransposeOptions): Conv1DTranspose {
  return new Conv1DTranspose(options);
}
