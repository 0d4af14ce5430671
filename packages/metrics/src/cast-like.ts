import type { Tensor } from '@tensorflow/tfjs-core';
import type { Values } from './values.js';

/** The values as they would be in the dtype of `like`: truncated for int32, 0 or 1 for bool. */
export function castLike({ data, shape }: Values, from: Tensor, like: Tensor): Values {
  if (like.dtype === 'int32' && from.dtype === 'float32') return { data: Int32Array.from(data as Float32Array), shape };
  if (like.dtype === 'bool' && from.dtype !== 'bool') {
    return { data: Uint8Array.from(data as Float32Array, (x) => (x === 0 ? 0 : 1)), shape };
  }
  return { data, shape };
}
