import { einsumDerivative } from '@sixstep/gradients';
import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { plainEinsum } from '../plain/einsum.js';
import { einsumKernel } from './einsum.js';

/** The sums of products that `einsum` of TensorFlow.js writes. */
export const einsumKernels: KernelGroup = /* @__PURE__ */ kernelGroup(
  [einsumKernel],
  [plainEinsum],
  [einsumDerivative],
);
