import type { AnyTrainingKernel } from '../training-kernel.js';
import { batchMatMul } from './batch-mat-mul.js';
import { dense } from './dense.js';
import { denseGradientKernel } from './dense-gradient.js';
import { fusedMatMul } from './fused-mat-mul.js';
import { identity } from './identity.js';
import { softmaxCrossEntropy } from './softmax-cross-entropy.js';
import { sparseSoftmaxCrossEntropy } from './sparse-softmax-cross-entropy.js';

/** Products, what is fused with them, the losses behind; and what copies nothing. */
export const productKernels: readonly AnyTrainingKernel[] = [
  batchMatMul,
  fusedMatMul,
  identity,
  dense,
  denseGradientKernel,
  softmaxCrossEntropy,
  sparseSoftmaxCrossEntropy,
];
