import type { InstallOptions } from './install-training-kernels.js';

/** What `useWasm` may be told; also whether to use SIMD, strict or relaxed. */
export interface UseWasmOptions extends InstallOptions {
  /**
   * Where the backend's .wasm files are: the folder they are served from (with its trailing slash), or an address for
   * each of the three files by name. Node finds them by itself; bundlers such as Vite need the addresses.
   */
  readonly wasmPaths?: string | Readonly<Record<WasmFile, string>>;
}

/** The builds of TensorFlow.js' WASM backend; the one that suits the engine is loaded. */
export type WasmFile =
  'tfjs-backend-wasm.wasm' | 'tfjs-backend-wasm-simd.wasm' | 'tfjs-backend-wasm-threaded-simd.wasm';
