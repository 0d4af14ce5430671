import { cast, div, expandDims, mean, sum, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { GlobalPooling, type GlobalPoolingOptions } from './global-pooling.js';

/** The layer behind `globalAveragePooling1d`. */
export class GlobalAveragePooling1D extends GlobalPooling {
  override readonly className: string = 'GlobalAveragePooling1D';

  constructor(options: GlobalPoolingOptions = {}) {
    super('globalAveragePooling1d', 1, options);
  }

  override call(x: Tensor, { mask }: CallOptions): Tensor {
    const [axis = 1] = this.axes;
    if (mask == null) return mean(x, axis, this.keepdims);
    const counts = expandDims(cast(mask as Tensor, 'bool'), axis === 1 ? 2 : 1);
    const counted = where(counts, x, zerosLike(x));
    return div(sum(counted, axis, this.keepdims), sum(cast(counts, 'float32'), axis, this.keepdims));
  }
}

/**
 * The mean of each channel; where there is a mask, of the steps that count.
 *
 * x: [batch, steps, channels] -> y: [batch, channels]
 */
export function globalAveragePooling1d(options: GlobalPoolingOptions = {}): GlobalAveragePooling1D {
  return new GlobalAveragePooling1D(options);
}
