import { BatchToSpaceND, spaceToBatchND } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(batchToSpaceND(x)) = dy moved back. */
export const batchToSpaceNdDerivative: Derivative<[], { blockShape: number[]; crops: number[][] }> = {
  kernelName: BatchToSpaceND,
  gradFunc: (dy, _, { blockShape, crops }) => ({ x: () => spaceToBatchND(dy, blockShape, crops) }),
};
