import { relu, tanh, type Activation, linear, relu6 } from '@sixstep/activations';
import { runKernel } from '@sixstep/gradients';
import { getBackend, getKernel, type NamedAttrMap, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Runs the kernel `name`, which computes in one go what a composition would, and its gradients; undefined where the
 * backend has none. The contract of each stands at its implementation in @sixstep/wasm.
 *
 * @param inputs those that are undefined are left out
 */
export function runFused(
  name: string,
  inputs: Readonly<Record<string, Tensor | undefined>>,
  attributes: NamedAttrMap,
): Tensor[] | undefined {
  if (!hasFused(name)) return undefined;
  const given: Record<string, Tensor> = {};
  for (const [key, tensor] of Object.entries(inputs)) {
    if (tensor === undefined) continue;
    if (tensor.dtype !== 'float32') return undefined;
    given[key] = tensor;
  }
  return runKernel(name, given, attributes);
}

/** Whether the backend has the kernel `name`. */
export function hasFused(name: string): boolean {
  return (getKernel(name, getBackend()) as unknown) != null;
}

const fusedActivations = new Map<Activation, string>([
  [linear, 'linear'],
  [relu, 'relu'],
  [relu6, 'relu6'],
  [tanh, 'tanh'],
]);

/** The name under which the kernels know `activation`; sigmoid has none, since a loss wants what it was computed from. */
export function fusedActivation(activation: Activation): string | undefined {
  return fusedActivations.get(activation);
}
