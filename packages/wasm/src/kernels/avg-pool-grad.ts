import { AvgPoolGrad, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { type PoolingAttributes, setPooling } from './pooling-plan.js';

/** The gradient of average pooling: dy over the size of the whole window, to each of its elements. */
export const avgPoolGrad: TrainingKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes> = {
  kernelName: AvgPoolGrad,
  run(native, { dy, input }, attributes) {
    const dx = native.output(input.shape);
    const size = util.sizeFromShape(input.shape);
    if (size === 0) return dx;
    const to = native.address(dx);
    native.module.clear(to, 4 * size);
    const windows = setPooling(native, input.shape, attributes);
    native.module.averagePoolGradient(native.address(dy), to, ...windows, 1 / (windows[0] * windows[1]));
    return dx;
  },
};
