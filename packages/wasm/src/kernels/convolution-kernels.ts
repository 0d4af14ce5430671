import type { AnyTrainingKernel } from '../training-kernel.js';
import { avgPoolGrad } from './avg-pool-grad.js';
import { conv2d } from './conv2d.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.js';
import { depthwiseBackpropInput } from './depthwise-backprop-input.js';
import { depthwiseConv2d, fusedDepthwiseConv2d } from './depthwise-conv2d.js';
import { einsumKernel } from './einsum.js';
import { fusedConv2d } from './fused-conv2d.js';
import { maxPool } from './max-pool.js';
import { maxPoolGrad } from './max-pool-grad.js';
import { sixstepBatchNorm } from './sixstep-batch-norm.js';
import { sixstepBatchNormGradient } from './sixstep-batch-norm-gradient.js';
import { sixstepBiasGradient } from './sixstep-bias-gradient.js';
import { sixstepConv2d } from './sixstep-conv2d.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

/** Convolution, pooling, embedding and normalization. */
export const convolutionKernels: readonly AnyTrainingKernel[] = [
  conv2d,
  fusedConv2d,
  conv2dBackpropInput,
  conv2dBackpropFilter,
  depthwiseConv2d,
  fusedDepthwiseConv2d,
  depthwiseBackpropInput,
  depthwiseBackpropFilter,
  einsumKernel,
  maxPool,
  maxPoolGrad,
  avgPoolGrad,
  unsortedSegmentSum,
  sixstepConv2d,
  sixstepBiasGradient,
  sixstepBatchNorm,
  sixstepBatchNormGradient,
];
