import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend as currentBackend,
  getBackend,
  getGradient,
  getKernel,
  type KernelConfig,
  registerGradient,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { guardMemory } from './guard-memory.js';
import { compileModule, nativeOf } from './instantiate.js';
import { trainingKernels } from './kernels/training-kernels.js';
import type { PlainKernel } from './plain/plain-kernel.js';
import { plainKernels } from './plain/plain-kernels.js';
import { supportsSimd } from './supports-simd.js';
import type { StockKernel, TrainingKernel } from './training-kernel.js';

/** What `installTrainingKernels` may be told. */
export interface InstallOptions {
  /** Whether the engine runs WebAssembly SIMD; found out by default. With false plain TypeScript fills the gaps, slowly. */
  readonly simd?: boolean;
  /**
   * Whether to round a * b + c once, by the fused multiply-add of relaxed SIMD, where the engine has it (Node 22, Chromium;
   * not Node 20): products are somewhat faster, but the last bits depend on the hardware. Default false. The first call decides.
   */
  readonly relaxedSimd?: boolean;
}

const backendName = 'wasm';
const installed: Set<string> = new Set();

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
  const { simd = supportsSimd(), relaxedSimd = false } = options;
  if (getBackend() !== backendName) return false;
  if (!simd) {
    guardMemory(currentBackend() as BackendWasm);
    for (const { kernelName, run } of plainKernels as readonly PlainKernel[]) replace(kernelName, run);
    return true;
  }
  await compileModule(relaxedSimd);
  nativeOf(currentBackend() as BackendWasm);
  for (const kernel of trainingKernels) install(kernel as TrainingKernel);
  return true;
}

function install({ kernelName, gradient, run }: TrainingKernel): void {
  replace(kernelName, (backend, inputs, attributes, stock) => {
    const native = nativeOf(backend);
    return native.release(() => run(native, inputs, attributes, stock));
  });
  if (gradient !== undefined && getGradient(kernelName) == null) registerGradient(gradient);
}

function replace(kernelName: string, run: PlainKernel['run']): void {
  if (installed.has(kernelName)) return;
  installed.add(kernelName);
  const present = getKernel(kernelName, backendName) as KernelConfig | undefined;
  if (present !== undefined) unregisterKernel(kernelName, backendName);
  registerKernel({
    ...present,
    kernelName,
    backendName,
    kernelFunc: ({ inputs, backend, attrs }) =>
      run(backend as BackendWasm, inputs, attrs ?? {}, stock(present, kernelName, backend as BackendWasm)),
  });
}

function stock(present: KernelConfig | undefined, kernelName: string, backend: BackendWasm): StockKernel {
  return (inputs, attrs) => {
    if (present === undefined)
      throw new Error(`${kernelName}: expected attributes that the kernel serves, received others.`);
    return present.kernelFunc({ inputs, backend, attrs });
  };
}
