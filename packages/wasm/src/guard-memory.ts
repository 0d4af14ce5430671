import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { memory } from '@tensorflow/tfjs-core';
import { heapOf, type Heap } from './heap.js';
import { OutOfMemoryError } from './out-of-memory-error.js';

/** What Emscripten lets the memory of version 4.22.0 grow to: 4 GiB less a page. */
const LIMIT = 2 ** 32 - 2 ** 16;

const guarded = new WeakSet<Heap>();

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 3 : 1)} MB`;

/**
 * Makes the backend throw an `OutOfMemoryError` where there is no memory for a tensor.
 *
 * By itself it takes address 0 for an answer and writes there, over its own data; and of a size from 4 GiB on it takes the remainder.
 */
export function guardMemory(backend: BackendWasm): void {
  const heap = heapOf(backend);
  if (guarded.has(heap)) return;
  guarded.add(heap);
  // At its first call, Emscripten's function puts another in its place.
  heap._free(heap._malloc(16));
  const { _malloc: malloc, onAbort } = heap;
  heap._malloc = (bytes) => {
    const address = bytes <= LIMIT ? malloc(bytes) : 0;
    if (address === 0 && bytes > 0) throw outOfMemory(heap, bytes);
    return address;
  };
  // A kernel that finds no memory for itself aborts; so it does for other reasons, while there is memory left.
  heap.onAbort = (what) => {
    if (heap.HEAPU8.length > 0.9 * LIMIT) throw outOfMemory(heap, undefined);
    onAbort?.(what);
  };
}

function outOfMemory({ HEAPU8 }: Heap, requested: number | undefined): OutOfMemoryError {
  const { numTensors, numBytes: inUse } = memory();
  const heap = HEAPU8.length;
  const wanted = requested === undefined ? 'what a kernel needs' : `${megabytes(requested)} (${requested} bytes)`;
  return new OutOfMemoryError(
    `wasm: expected memory for ${wanted}, received none: ${numTensors} tensors hold ${megabytes(inUse)}, and the memory has ` +
      `grown to ${megabytes(heap)} of at most ${megabytes(LIMIT)}. ` +
      'Take smaller batches or a smaller model, or dispose tensors that are no longer needed.',
    { requested, inUse, heap, limit: LIMIT },
  );
}
