import type { AnyTrainingKernel } from '../training-kernel.js';

/** Every kernel that the module of ours serves; installed where the engine runs SIMD. */
export const trainingKernels: readonly AnyTrainingKernel[] = [];
