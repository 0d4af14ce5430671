import { Einsum } from '@tensorflow/tfjs-core';
import { einsum } from '../kernels/einsum.js';
import type { PlainKernel } from './plain-kernel.js';

/** Einsum by matrix products, here TensorFlow.js' own. */
export const plainEinsum: PlainKernel<object, { equation: string }> = {
  kernelName: Einsum,
  run: (backend, inputs, { equation }) => einsum(backend, inputs, equation),
};
