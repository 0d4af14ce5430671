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
 * Idempotent: later calls, also concurrent ones, wait for the same start. After a failed one TensorFlow.js takes no other
 * paths: a page has to be loaded anew, a process started anew.
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
  if (wasmPaths !== undefined) setPaths(wasmPaths);
  // TensorFlow.js catches what went wrong and prints it.
  if (!(await setBackend('wasm'))) {
    throw new Error(
      `useWasm: expected TensorFlow.js' backend 'wasm' to start with ${tried(wasmPaths)}, received a failure, which the ` +
        'console shows. In a bundle pass the addresses of its three files, e.g. useWasm({ wasmPaths }); see the README.',
    );
  }
  await installTrainingKernels(options);
  registerGradients();
}

function setPaths(wasmPaths: NonNullable<UseWasmOptions['wasmPaths']>): void {
  try {
    setWasmPaths(wasmPaths);
  } catch (error) {
    throw new Error(
      `useWasm: expected wasmPaths to be a folder or the addresses of all three files, given before the backend starts for ` +
        `the first time, received ${JSON.stringify(wasmPaths)}: ${(error as Error).message} ` +
        "Pass it with the first call, e.g. useWasm({ wasmPaths: '/wasm/' }).",
      { cause: error },
    );
  }
}

function tried(wasmPaths: UseWasmOptions['wasmPaths']): string {
  if (wasmPaths === undefined) return 'its .wasm files beside the package';
  return `wasmPaths ${JSON.stringify(wasmPaths)}`;
}
