import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend as currentBackend, getBackend } from '@tensorflow/tfjs-core';
import { otherKernels } from '#other-kernels';
import { guardMemory } from './guard-memory.js';
import { compileModule, nativeOf } from './instantiate.js';
import type { KernelGroup } from './kernel-group.js';
import { commonKernels } from './kernels/common-kernels.js';
import { supportsSimd } from './supports-simd.js';

/** What `installTrainingKernels` may be told. */
export interface InstallOptions {
  /** Whether the engine runs WebAssembly SIMD; found out by default. With false plain TypeScript fills the gaps, slowly. */
  readonly simd?: boolean;
  /**
   * Whether to round a * b + c once, by the fused multiply-add of relaxed SIMD, where the engine has it (Node 22, Chromium;
   * not Node 20): products are somewhat faster, but the last bits depend on the hardware. Default false. The first call decides.
   */
  readonly relaxedSimd?: boolean;
  /**
   * The groups of kernels that the program uses besides products, losses and updates: only in one that is bundled by part
   * (under the condition `sixstep-by-part`) are they left out otherwise. The first call decides.
   */
  readonly kernels?: readonly KernelGroup[];
}

/**
 * Installs the training kernels into TensorFlow.js' WASM backend, for any TensorFlow.js program.
 *
 * Call it once the backend is up: `await setBackend('wasm'); await installTrainingKernels();` (`useWasm` does it).
 * Idempotent. Without SIMD the kernels that training lacks are installed in plain TypeScript: everything trains, slower. On
 * another backend it leaves everything as it is.
 *
 * @returns whether the kernels are installed
 * @throws Error if the memory of the backend is not where version 4.22.0 has it
 */
export async function installTrainingKernels(options: InstallOptions = {}): Promise<boolean> {
  const { simd = supportsSimd(), relaxedSimd = false, kernels = [] } = options;
  if (getBackend() !== 'wasm') return false;
  const backend = currentBackend() as BackendWasm;
  if (simd) {
    await compileModule(relaxedSimd);
    nativeOf(backend);
  } else {
    guardMemory(backend);
  }
  for (const group of [commonKernels, ...kernels, ...otherKernels]) group.install(simd);
  return true;
}
