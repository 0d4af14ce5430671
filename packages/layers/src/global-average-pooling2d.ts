import { mean, type Tensor } from '@tensorflow/tfjs-core';
import { GlobalPooling, type GlobalPoolingOptions } from './global-pooling.js';

/** The layer behind `globalAveragePooling2d`. */
export class GlobalAveragePooling2D extends GlobalPooling {
  override readonly className: string = 'GlobalAveragePooling2D';

  constructor(options: GlobalPoolingOptions = {}) {
    super('globalAveragePooling2d', 2, options);
  }

  override call(x: Tensor): Tensor {
    return mean(x, this.axes, this.keepdims);
  }
}

/**
 * The mean of each channel.
 *
 * x: [batch, height, width, channels] -> y: [batch, channels]
 */
export function globalAveragePooling2d(options: GlobalPoolingOptions = {}): GlobalAveragePooling2D {
  return new GlobalAveragePooling2D(options);
}
