import { AvgPoolGrad, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { POOL, type PoolingAttributes, planPooling } from './pooling-plan.js';

/** The gradient of average pooling: dy over the size of the whole window, to each of its elements. */
export const avgPoolGrad: TrainingKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes> = {
  kernelName: AvgPoolGrad,
  run(native, { dy, input }, attributes) {
    const dx = native.output(input.shape);
    const size = util.sizeFromShape(input.shape);
    if (size === 0) return dx;
    const to = native.address(dx);
    native.module.clear(to, 4 * size);
    const { windows } = planPooling(native, input.shape, attributes);
    const share = 1 / (windows[0] * windows[1]);
    native.module.pool(POOL.averageGradient, 0, native.address(dy), to, ...windows, share);
    return dx;
  },
};
