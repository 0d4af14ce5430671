import { Cast, type TensorInfo, UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { runStock } from './run-stock.js';

/** out[segment] = sum of the x[i] whose id it is; ids outside [0, numSegments) are left out. */
export const unsortedSegmentSum: TrainingKernel<{ x: TensorInfo; segmentIds: TensorInfo }, { numSegments: number }> = {
  kernelName: UnsortedSegmentSum,
  run(native, { x, segmentIds }, { numSegments }) {
    const { backend } = native;
    const float = x.dtype === 'float32' ? x : runStock(backend, Cast, { x }, { dtype: 'float32' });
    const sums = native.output([numSegments, ...x.shape.slice(1)]);
    const to = native.address(sums);
    native.module.clear(to, 4 * util.sizeFromShape(sums.shape));
    const size = util.sizeFromShape(x.shape.slice(1));
    const [n = 1] = x.shape;
    native.module.segmentSum(native.address(float), native.address(segmentIds), to, n, size, numSegments);
    if (float !== x) backend.disposeData(float.dataId);
    return sums;
  },
};
