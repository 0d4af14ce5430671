import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  getGradient,
  getKernel,
  type KernelConfig,
  registerGradient,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { nativeOf } from './instantiate.js';
import type { PlainKernel } from './plain/plain-kernel.js';
import type { StockKernel, TrainingKernel } from './training-kernel.js';

const backendName = 'wasm';
const installed: Set<string> = new Set();

/** Puts a kernel of ours in the place of the one of its name; with what it needs of the backend's memory at hand. */
export function install({ kernelName, gradient, run }: TrainingKernel): void {
  replace(kernelName, (backend, inputs, attributes, stock) => {
    const native = nativeOf(backend);
    return native.release(() => run(native, inputs, attributes, stock));
  });
  if (gradient !== undefined && getGradient(kernelName) == null) registerGradient(gradient);
}

/** Puts `run` in the place of the kernel of that name, once; what was there serves as `stock`. */
export function replace(kernelName: string, run: PlainKernel['run']): void {
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
