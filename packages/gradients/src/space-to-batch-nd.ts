import { batchToSpaceND, SpaceToBatchND } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(spaceToBatchND(x)) = dy moved back. */
export const spaceToBatchNdDerivative: Derivative<[], { blockShape: number[]; paddings: number[][] }> = {
  kernelName: SpaceToBatchND,
  gradFunc: (dy, _, { blockShape, paddings }) => ({ x: () => batchToSpaceND(dy, blockShape, paddings) }),
};
