import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';

/** A copy of a tensor's numbers: it outlives a growth of the memory. */
export function floatsOf(backend: BackendWasm, tensor: TensorInfo): Float32Array {
  return Float32Array.from(backend.typedArrayFromHeap(tensor));
}

/** A float32 tensor of sums that were taken in double precision. */
export function tensorOf(backend: BackendWasm, sums: Float64Array, shape: readonly number[]): TensorInfo {
  return backend.makeOutput([...shape], 'float32', undefined, Float32Array.from(sums));
}

/** Zeros to sum into, for a tensor of that shape. */
export function sumsFor(shape: readonly number[]): Float64Array {
  return new Float64Array(util.sizeFromShape([...shape]));
}
