import type { AnyTrainingKernel } from '../training-kernel.js';
import { adam } from './adam.js';
import { momentum } from './momentum.js';
import { nadam } from './nadam.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';

/** The optimizers' updates; `packages/optimizers` has the contract in its file fused.ts. */
export const updateKernels: readonly AnyTrainingKernel[] = [sgd, momentum, rmsprop, adam, nadam];
