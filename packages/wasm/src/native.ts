import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingModule } from './generated/training-module.js';
import { heapOf } from './heap.js';

/**
 * Our module on the memory of one backend, and the addresses of that backend's tensors.
 *
 * An address stays valid until its tensor is disposed, memory growth included. A view of the memory (`HEAPU8`) does not:
 * take it anew after whatever may allocate.
 */
export interface Native {
  readonly backend: BackendWasm;
  readonly module: TrainingModule;
  /** The address of a tensor's first element; the tensor must be numeric and live on this backend. */
  address(tensor: TensorInfo): number;
  /** A new tensor, its values undefined yet. */
  output(shape: readonly number[], dtype?: DataType): TensorInfo;
  /**
   * The address of at least so many bytes, aligned to 16, that belong to the kernel until it returns.
   *
   * There is one block, which grows: ask once a kernel, and allocate outputs as you like.
   */
  scratch(bytes: number): number;
}

/** Binds an instance of the module to its backend. */
export function createNative(backend: BackendWasm, module: TrainingModule): Native {
  const heap = heapOf(backend);
  let block = 0;
  let capacity = 0;
  return {
    backend,
    module,
    address: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
    output: (shape, dtype = 'float32') => backend.makeOutput(shape as number[], dtype),
    scratch(bytes) {
      if (bytes > capacity) {
        // At least doubled, so that slowly growing shapes do not fragment the heap.
        const wanted = Math.max(bytes, 2 * capacity, 65536);
        if (block !== 0) heap._free(block);
        block = heap._malloc(wanted + 16) >>> 0;
        capacity = block === 0 ? 0 : wanted;
        if (block === 0)
          throw new Error(`training kernels: expected ${wanted} bytes of scratch memory, received none.`);
      }
      return Math.ceil(block / 16) * 16;
    },
  };
}
