import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingModule } from './generated/training-module.js';
import { guardMemory } from './guard-memory.js';
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
  /** A tensor of shape [0] with its memory at `address`, which is freed with it. */
  outputAt(address: number): TensorInfo;
  /** Runs a kernel; if it throws, the outputs that it has made are freed, which TensorFlow.js leaves undone. */
  release<T>(run: () => T): T;
  /**
   * The address of at least so many bytes, aligned to 16, that belong to the kernel until it returns.
   *
   * There is one block, which grows: ask once a kernel, and allocate outputs as you like.
   */
  scratch(bytes: number): number;
}

/** Binds an instance of the module to its backend. */
export function createNative(backend: BackendWasm, module: TrainingModule): Native {
  guardMemory(backend);
  const heap = heapOf(backend);
  const outputs: TensorInfo[] = [];
  const note = (info: TensorInfo): TensorInfo => {
    outputs.push(info);
    return info;
  };
  let block = 0;
  let capacity = 0;
  return {
    backend,
    module,
    address: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
    output: (shape, dtype = 'float32') => note(backend.makeOutput(shape as number[], dtype)),
    outputAt: (address) => note(backend.makeOutput([0], 'float32', address)),
    release(run) {
      const before = outputs.length;
      try {
        return run();
      } catch (error) {
        for (const { dataId } of outputs.slice(before)) backend.disposeData(dataId);
        throw error;
      } finally {
        outputs.length = before;
      }
    },
    scratch(bytes) {
      if (bytes > capacity) {
        // At least doubled, so that slowly growing shapes do not fragment the heap.
        const wanted = Math.max(bytes, 2 * capacity, 65536);
        if (block !== 0) heap._free(block);
        block = capacity = 0;
        block = heap._malloc(wanted + 16) >>> 0;
        capacity = wanted;
      }
      return Math.ceil(block / 16) * 16;
    },
  };
}
