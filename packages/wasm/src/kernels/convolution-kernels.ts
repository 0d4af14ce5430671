import type { AnyTrainingKernel } from '../training-kernel.js';
import { avgPoolGrad } from './avg-pool-grad.js';
import { conv2d } from './conv2d.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { fusedConv2d } from './fused-conv2d.js';
import { maxPoolGrad } from './max-pool-grad.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

/** Convolution, pooling, embedding and normalization. */
export const convolutionKernels: readonly AnyTrainingKernel[] = [
  conv2d,
  fusedConv2d,
  conv2dBackpropInput,
  conv2dBackpropFilter,
  maxPoolGrad,
  avgPoolGrad,
  unsortedSegmentSum,
];
