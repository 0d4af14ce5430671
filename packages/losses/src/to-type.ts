import { cast, type Tensor } from '@tensorflow/tfjs-core';

/** x as another type; x itself, without an operation, if it has that. */
export function toType(x: Tensor, dtype: 'float32' | 'int32'): Tensor {
  return x.dtype === dtype ? x : cast(x, dtype);
}
