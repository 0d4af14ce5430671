import { cast, gather, greaterEqual, maximum, mul, reshape, scalar, UnsortedSegmentSum } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(segmentSum(x, ids)) = the rows of dy that x went to, 0 where an id is negative. */
export const unsortedSegmentSumDerivative: Derivative = {
  kernelName: UnsortedSegmentSum,
  inputsToSave: ['segmentIds'],
  gradFunc: (dy, [segmentIds]) => ({
    x: () => {
      const rows = gather(dy, maximum(segmentIds, scalar(0, 'int32')));
      const kept = cast(greaterEqual(segmentIds, scalar(0, 'int32')), 'float32');
      return mul(rows, reshape(kept, [...segmentIds.shape, ...dy.shape.slice(1).map(() => 1)]));
    },
  }),
};
