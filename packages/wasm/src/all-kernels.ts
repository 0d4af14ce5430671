import type { KernelGroup } from './kernel-group.js';
import { convolutionKernels } from './kernels/convolution-kernels.js';
import { einsumKernels } from './kernels/einsum-kernels.js';
import { embeddingKernels } from './kernels/embedding-kernels.js';
import { recurrentKernels } from './kernels/recurrent-kernels.js';

/** What is installed besides the common kernels, where programs are not bundled by part. */
export const otherKernels: readonly KernelGroup[] = [
  convolutionKernels,
  recurrentKernels,
  embeddingKernels,
  einsumKernels,
];
