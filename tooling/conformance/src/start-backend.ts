import '@tensorflow/tfjs-backend-cpu';
import { registerGradients } from '@sixstep/gradients';
import { useWasm } from '@sixstep/wasm';
import { setBackend } from '@tensorflow/tfjs-core';

/**
 * Starts a backend: `wasm` with the training kernels, or `cpu`, which has none of them.
 *
 * @throws Error on another name
 */
export async function startBackend(name: string): Promise<void> {
  if (name === 'wasm') return useWasm();
  if (name !== 'cpu') throw new Error(`conformance: expected backend to be wasm or cpu, received '${name}'.`);
  await setBackend('cpu');
  registerGradients();
}
