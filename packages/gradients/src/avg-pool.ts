import { AvgPool, AvgPoolGrad, backend_util, engine, mul, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { PoolingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';

/**
 * d(avgPool(x)) = dy spread evenly over the elements of each window, those in the padding not counted.
 *
 * The kernel AvgPoolGrad divides by the whole window; dy is scaled beforehand where a window overlaps the padding.
 */
export const avgPoolDerivative: Derivative<[Tensor], PoolingAttributes> = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, [input], attrs) => ({
    x: () => engine().runKernel(AvgPoolGrad, { dy: scaled(dy, input, attrs), input }, attrs),
  }),
};

function scaled(dy: Tensor, x: Tensor, { filterSize, strides, pad, dimRoundingMode }: PoolingAttributes): Tensor {
  const shape = x.shape as [number, number, number, number];
  const info = backend_util.computePool2DInfo(
    shape,
    filterSize,
    strides,
    1,
    pad as Parameters<typeof backend_util.computePool2DInfo>[4],
    dimRoundingMode as 'floor' | 'round' | 'ceil',
  );
  const { top, bottom, left, right } = info.padInfo;
  if (top === 0 && bottom === 0 && left === 0 && right === 0) return dy;
  const rows = shares(info.outHeight, info.strideHeight, info.filterHeight, top, info.inHeight);
  const columns = shares(info.outWidth, info.strideWidth, info.filterWidth, left, info.inWidth);
  const factors = rows.flatMap((row) => columns.map((column) => row * column));
  return mul(dy, tensor(factors, [1, info.outHeight, info.outWidth, 1]));
}

/** Window size over the number of its elements inside the input, for each output position along one axis. */
function shares(outputs: number, stride: number, window: number, before: number, size: number): number[] {
  return Array.from({ length: outputs }, (_, i) => {
    const start = i * stride - before;
    return window / (Math.min(start + window, size) - Math.max(start, 0));
  });
}
