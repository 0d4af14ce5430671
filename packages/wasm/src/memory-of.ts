import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { heapOf } from './heap.js';

/**
 * The memory of TensorFlow.js' WASM backend.
 *
 * @throws Error if it is not the memory that the backend works on
 */
export function memoryOf(backend: BackendWasm): WebAssembly.Memory {
  const { asm, wasmMemory, HEAPU8 } = heapOf(backend);
  const memory = asm?.memory ?? wasmMemory;
  if (memory === undefined || memory.buffer !== HEAPU8.buffer) {
    throw new Error(
      "installTrainingKernels: expected to find the memory of TensorFlow.js' WASM backend, received " +
        `${memory === undefined ? 'none' : 'another memory'}. Use @tensorflow/tfjs-backend-wasm 4.22.0.`,
    );
  }
  return memory;
}
