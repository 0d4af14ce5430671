import { registerGradients } from '@sixstep/gradients';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { installTrainingKernels } from './install-training-kernels.js';
import type { UseWasmOptions } from './use-wasm-options.js';

let started: Promise<void> | undefined;

/**
 * Starts TensorFlow.js' WebAssembly backend, in Node, Jest, browsers and workers, installs the
 * training kernels and registers the gradients.
 *
 * Idempotent: later calls, also concurrent ones, wait for the same start. A start that failed may be tried again.
 * Threads stay off, unless the flag `WASM_HAS_MULTITHREAD_SUPPORT` was set before: the threaded build hangs in minified
 * pages and was not faster.
 *
 * @param options where the .wasm files are (for bundlers), and which kernels to install
 * @throws when WebAssembly is missing or the backend does not start; the text says what was tried
 */
export function useWasm(options: UseWasmOptions = {}): Promise<void> {
  started ??= start(options).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start({ wasmPaths, ...options }: UseWasmOptions): Promise<void> {
  if (typeof WebAssembly !== 'object') {
    throw new Error(
      'useWasm: expected WebAssembly to be available, received an engine without it. ' +
        "Run on Node >= 20 or a current browser, or call setBackend('cpu') of @tensorflow/tfjs-core instead.",
    );
  }
  if (!('WASM_HAS_MULTITHREAD_SUPPORT' in env().getFlags())) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (wasmPaths !== undefined) setWasmPaths(wasmPaths);
  let reason = 'it did not initialize';
  const ready = await setBackend('wasm').catch((error: unknown) => {
    reason = error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error);
    return false;
  });
  if (!ready) {
    throw new Error(
      `useWasm: expected TensorFlow.js' backend 'wasm' to start with ${tried(wasmPaths)}, received: ${reason}. ` +
        'In a bundle pass the addresses of its three files, e.g. useWasm({ wasmPaths }); see the README.',
    );
  }
  await installTrainingKernels(options);
  registerGradients();
}

function tried(wasmPaths: UseWasmOptions['wasmPaths']): string {
  if (wasmPaths === undefined) return 'its .wasm files beside the package';
  return `wasmPaths ${JSON.stringify(wasmPaths)}`;
}
