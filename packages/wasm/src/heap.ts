import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Emscripten's module object, as far as we use it; its types are not among TensorFlow.js' dependencies. */
export interface Heap {
  /** All the memory; a new view after every growth. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  /** Returns a signed address. By itself it returns 0 if there is no memory left; `guardMemory` makes it throw. */
  _malloc: (bytes: number) => number;
  _free(address: number): void;
  /** Called before Emscripten throws because the program has aborted. */
  onAbort?: ((what: unknown) => void) | undefined;
  /** Where the memory is, by the flavor of Emscripten's output: undocumented, so the backend's version is pinned. */
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  readonly wasmMemory?: WebAssembly.Memory;
}

/** The heap of TensorFlow.js' WASM backend. */
export function heapOf(backend: BackendWasm): Heap {
  return backend.wasm as unknown as Heap;
}
