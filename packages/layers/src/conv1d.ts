import { Conv, type ConvOptions } from './conv.js';
import type { Size1d } from './sizes.js';

/** Options of `conv1d`. */
export interface Conv1dOptions extends Omit<ConvOptions<Size1d>, 'padding'> {
  /** As `conv2d`; `'causal'`: output t sees inputs up to t. Default `'valid'`. */
  readonly padding?: 'valid' | 'same' | 'causal' | undefined;
}

/** The layer behind `conv1d`. */
export class Conv1D extends Conv {
  override readonly className: string = 'Conv1D';

  constructor(options: Conv1dOptions) {
    super('conv1d', 1, options);
  }
}

/**
 * Convolution over sequences (a cross-correlation, as in all of deep learning).
 *
 * y[b, t, f] = activation(sum over k, c of x[b, t stride + k dilation, c] kernel[k, c, f] + bias[f])
 *
 * x: [batch, steps, channels], kernel: [kernelSize, channels / groups, filters], y: [batch, steps', filters]
 *
 * @throws Error if `filters` or a size is not a positive integer, or the groups do not divide filters and channels
 */
export function conv1d(options: Conv1dOptions): Conv1D {
  return new Conv1D(options);
}
