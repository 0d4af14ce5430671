import { max, type Tensor } from '@tensorflow/tfjs-core';
import { GlobalPooling, type GlobalPoolingOptions } from './global-pooling.js';

/** The layer behind `globalMaxPooling2d`. */
export class GlobalMaxPooling2D extends GlobalPooling {
  override readonly className: string = 'GlobalMaxPooling2D';

  constructor(options: GlobalPoolingOptions = {}) {
    super('globalMaxPooling2d', 2, options);
  }

  override call(x: Tensor): Tensor {
    return max(x, this.axes, this.keepdims);
  }
}

/**
 * The largest element of each channel.
 *
 * x: [batch, height, width, channels] -> y: [batch, channels]. Where several are the largest, they share the gradient.
 */
export function globalMaxPooling2d(options: GlobalPoolingOptions = {}): GlobalMaxPooling2D {
  return new GlobalMaxPooling2D(options);
}
