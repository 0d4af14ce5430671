import { MaxPoolGrad, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { type PoolingAttributes, setPooling } from './pooling-plan.js';

/** The gradient of max pooling: dy goes to the first greatest element of its window. NaN is never the greatest. */
export const maxPoolGrad: TrainingKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes> = {
  kernelName: MaxPoolGrad,
  run(native, { dy, input }, attributes) {
    const dx = native.output(input.shape);
    const size = util.sizeFromShape(input.shape);
    if (size === 0) return dx;
    const to = native.address(dx);
    native.module.clear(to, 4 * size);
    const windows = setPooling(native, input.shape, attributes);
    native.module.maxPoolGradient(native.address(input), native.address(dy), to, ...windows);
    return dx;
  },
};
