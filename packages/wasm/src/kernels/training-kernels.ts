import type { AnyTrainingKernel } from '../training-kernel.js';
import { convolutionKernels } from './convolution-kernels.js';
import { productKernels } from './product-kernels.js';
import { recurrentKernels } from './recurrent-kernels.js';
import { updateKernels } from './update-kernels.js';

/** Every kernel that the module of ours serves; installed where the engine runs SIMD. */
export const trainingKernels: readonly AnyTrainingKernel[] = [
  ...productKernels,
  ...recurrentKernels,
  ...updateKernels,
  ...convolutionKernels,
];
