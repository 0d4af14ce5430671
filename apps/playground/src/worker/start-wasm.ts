import { useWasm } from '@sixstep/wasm';
/* eslint-disable no-restricted-imports -- these are files whose addresses Vite gives, not code */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
/* eslint-enable no-restricted-imports */

/** Starts the WASM backend with the files of this page. Threads stay off, so their build is not among the files. */
export function startWasm(): Promise<void> {
  const here = (address: string): string => new URL(address, import.meta.url).href;
  return useWasm({
    wasmPaths: {
      'tfjs-backend-wasm.wasm': here(plain),
      'tfjs-backend-wasm-simd.wasm': here(simd),
      'tfjs-backend-wasm-threaded-simd.wasm': here(simd),
    },
  });
}
