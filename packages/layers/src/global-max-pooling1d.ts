import { max, type Tensor } from '@tensorflow/tfjs-core';
import { GlobalPooling, type GlobalPoolingOptions } from './global-pooling.js';

/** The layer behind `globalMaxPooling1d`. */
export class GlobalMaxPooling1D extends GlobalPooling {
  override readonly className: string = 'GlobalMaxPooling1D';

  constructor(options: GlobalPoolingOptions = {}) {
    super('globalMaxPooling1d', 1, options);
  }

  override call(x: Tensor): Tensor {
    return max(x, this.axes, this.keepdims);
  }
}

/**
 * The largest element of each channel.
 *
 * x: [batch, steps, channels] -> y: [batch, channels]. Where several are the largest, they share the gradient.
 */
export function globalMaxPooling1d(options: GlobalPoolingOptions = {}): GlobalMaxPooling1D {
  return new GlobalMaxPooling1D(options);
}
