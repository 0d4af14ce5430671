import { plainConv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { plainDepthwiseBackpropFilter } from './depthwise-backprop-filter.js';
import { plainDepthwiseBackpropInput } from './depthwise-backprop-input.js';
import { plainEinsum } from './einsum.js';
import { explicitPadding } from './explicit-padding.js';
import { plainMaxPoolGrad } from './max-pool-grad.js';
import type { AnyPlainKernel } from './plain-kernel.js';
import { plainUnsortedSegmentSum } from './unsorted-segment-sum.js';

/** What the WASM backend lacks for training, or has wrong: installed where the engine runs no SIMD. */
export const plainKernels: readonly AnyPlainKernel[] = [
  plainConv2dBackpropFilter,
  plainDepthwiseBackpropFilter,
  plainDepthwiseBackpropInput,
  plainEinsum,
  plainMaxPoolGrad,
  plainUnsortedSegmentSum,
  ...explicitPadding,
];
