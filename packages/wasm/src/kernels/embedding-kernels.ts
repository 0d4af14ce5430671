import { embeddingDerivatives } from '@sixstep/gradients';
import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { plainUnsortedSegmentSum } from '../plain/unsorted-segment-sum.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

/** Training through rows that are looked up by their number, in an embedding or by `gather`. */
export const embeddingKernels: KernelGroup = /* @__PURE__ */ kernelGroup(
  [unsortedSegmentSum],
  [plainUnsortedSegmentSum],
  embeddingDerivatives,
);
