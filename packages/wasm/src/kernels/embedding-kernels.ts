import { embeddingDerivatives } from '@sixstep/gradients';
import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { plainUnsortedSegmentSum } from '../plain/unsorted-segment-sum.js';
import { gatherV2 } from './gather-v2.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

/** Rows that are looked up by their number, in an embedding or by `gather`, and training through them. */
export const embeddingKernels: KernelGroup = /* @__PURE__ */ kernelGroup(
  [gatherV2, unsortedSegmentSum],
  [plainUnsortedSegmentSum],
  embeddingDerivatives,
);
