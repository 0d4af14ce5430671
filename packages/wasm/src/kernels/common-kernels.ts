import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { productKernels } from './product-kernels.js';
import { updateKernels } from './update-kernels.js';

/** What nearly every training needs. */
export const commonKernels: KernelGroup = /* @__PURE__ */ kernelGroup([...productKernels, ...updateKernels]);
