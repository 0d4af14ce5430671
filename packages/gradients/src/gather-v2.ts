import {
  add,
  GatherV2,
  range,
  type Rank,
  reshape,
  transpose,
  unsortedSegmentSum,
  util,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(gather(x, indices)) = dy summed into the rows it came from. */
export const gatherV2Derivative: Derivative<[Tensor, Tensor], { axis: number; batchDims?: number }> = {
  kernelName: GatherV2,
  inputsToSave: ['x', 'indices'],
  gradFunc: (dy, [x, indices], { axis, batchDims = 0 }) => ({
    x: () => {
      const along = util.parseAxisParam(axis, x.shape)[0] ?? 0;
      const size = (from: number, to?: number) => util.sizeFromShape(x.shape.slice(from, to));
      const [batch, outer, rows, inner] = [
        size(0, batchDims),
        size(batchDims, along),
        x.shape[along] ?? 1,
        size(along + 1),
      ];
      const n = util.sizeFromShape(indices.shape.slice(batchDims));
      let ids = reshape<Rank.R1>(indices, [batch * n]);
      if (batch > 1) {
        const starts = reshape(range(0, batch * rows, rows, 'int32'), [batch, 1]);
        ids = reshape<Rank.R1>(add(reshape(indices, [batch, n]), starts), [batch * n]);
      }
      let parts = reshape(dy, [batch, outer, n, inner]);
      if (outer > 1) parts = transpose(parts, [0, 2, 1, 3]);
      const sums = unsortedSegmentSum(reshape(parts, [batch * n, outer * inner]), ids, batch * rows);
      if (outer === 1) return reshape(sums, x.shape);
      return reshape(transpose(reshape(sums, [batch, rows, outer, inner]), [0, 2, 1, 3]), x.shape);
    },
    indices: () => zeros(indices.shape),
  }),
};
