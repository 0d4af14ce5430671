import { type TensorInfo, UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import { floatsOf, sumsFor, tensorOf } from './floats.js';
import type { PlainKernel } from './plain-kernel.js';

/** out[segment] = sum of the x[i] whose id it is; ids outside [0, numSegments) are left out. */
export const plainUnsortedSegmentSum: PlainKernel<{ x: TensorInfo; segmentIds: TensorInfo }, { numSegments: number }> =
  {
    kernelName: UnsortedSegmentSum,
    run(backend, { x, segmentIds }, { numSegments }) {
      const shape = [numSegments, ...x.shape.slice(1)];
      const size = util.sizeFromShape(x.shape.slice(1));
      const [values, ids, sums] = [floatsOf(backend, x), floatsOf(backend, segmentIds), sumsFor(shape)];
      ids.forEach((id, row) => {
        if (id < 0 || id >= numSegments) return;
        for (let i = 0; i < size; i++) sums[id * size + i]! += values[row * size + i]!;
      });
      return tensorOf(backend, sums, shape);
    },
  };
