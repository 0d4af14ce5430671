import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-wasm';
import {
  abs,
  backend as currentBackend,
  getKernel,
  type KernelConfig,
  randomUniform,
  setBackend,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { installTrainingKernels } from '@sixstep/wasm';
import { type KernelCase, kernelCases } from './kernel-cases.js';
import { machineLimits, type MachineLimits } from './machine-limits.js';

/** One kernel's times, in milliseconds: the fastest of many calls. */
export interface KernelResult {
  readonly kernel: string;
  readonly title: string;
  readonly ms: number;
  /** TensorFlow.js' own; undefined where it has none. */
  readonly stockMs: number | undefined;
  /** What the machine's measured peak of arithmetic and its speed of copying allow for. */
  readonly limitMs: number;
  /** 10^9 operations a second, by the definition of the kernel; undefined for kernels that only move memory. */
  readonly gflops: number | undefined;
}

const CALLS = 100;

/** Times every kernel of ours, TensorFlow.js' own of the same name, and what the machine could do, in turn. */
export async function measureKernels(): Promise<{ limits: MachineLimits; kernels: KernelResult[] }> {
  await setBackend('wasm');
  const find = (name: string): KernelConfig | undefined => getKernel(name, 'wasm') as KernelConfig | undefined;
  const stock = new Map(kernelCases.map(({ kernel }) => [kernel, find(kernel)]));
  await installTrainingKernels();
  const limits = machineLimits();
  const kernels = kernelCases.map((item): KernelResult => {
    const own = find(item.kernel);
    const [ms, stockMs] = fastest(item, [own, stock.get(item.kernel)]);
    const limitMs = Math.max(item.flops / limits.gflops, item.bytes / limits.gigabytes) / 1e6;
    const gflops = item.flops > 0 ? item.flops / ms! / 1e6 : undefined;
    return { kernel: item.kernel, title: item.title, ms: ms!, stockMs, limitMs, gflops };
  });
  return { limits, kernels };
}

function fastest(item: KernelCase, candidates: readonly (KernelConfig | undefined)[]): (number | undefined)[] {
  const backend = currentBackend() as BackendWasm;
  const entries = Object.entries(item.inputs).map(([name, shape]): [string, Tensor] => [
    name,
    // Not negative, as Adam's slots are.
    abs(randomUniform([...shape], 0, 1, 'float32', 1)),
  ]);
  const inputs = Object.fromEntries(entries);
  const times = candidates.map((kernel) => (kernel === undefined ? undefined : Infinity));
  for (let call = 0; call < CALLS; call++) {
    candidates.forEach((kernel, i) => {
      if (kernel === undefined) return;
      const start = performance.now();
      const outputs = kernel.kernelFunc({ inputs, backend, attrs: { ...item.attributes } as never });
      times[i] = Math.min(times[i]!, performance.now() - start);
      for (const { dataId } of [outputs].flat() as TensorInfo[]) backend.disposeData(dataId);
    });
  }
  for (const [, tensor] of entries) tensor.dispose();
  return times;
}
