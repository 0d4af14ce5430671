import type { AnyDerivative } from './derivative.js';
import { gatherV2Derivative } from './gather-v2.js';
import { unsortedSegmentSumDerivative } from './unsorted-segment-sum.js';

/** The derivatives of rows that are looked up, and of their sum. */
export const embeddingDerivatives: readonly AnyDerivative[] = [gatherV2Derivative, unsortedSegmentSumDerivative];
