import { MaxPoolGrad, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { POOL, type PoolingAttributes, planPooling } from './pooling-plan.js';

/** The gradient of max pooling: dy goes to the first greatest element of its window. NaN is never the greatest. */
export const maxPoolGrad: TrainingKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes> = {
  kernelName: MaxPoolGrad,
  run(native, { dy, input }, attributes) {
    const dx = native.output(input.shape);
    const size = util.sizeFromShape(input.shape);
    if (size === 0) return dx;
    const to = native.address(dx);
    const { windows } = planPooling(native, input.shape, attributes);
    const [rows, columns, rowStep, columnStep] = windows;
    const [, outHeight, outWidth] = dy.shape;
    const fresh =
      rows === rowStep &&
      columns === columnStep &&
      outHeight! * rows === input.shape[1] &&
      outWidth! * columns === input.shape[2];
    if (!fresh) native.module.clear(to, 4 * size);
    const kind = fresh ? POOL.freshMaxGradient : POOL.maxGradient;
    native.module.pool(kind, native.address(input), native.address(dy), to, ...windows, 0);
    return dx;
  },
};
