import { MaxPool, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { POOL, type PoolingAttributes, planPooling } from './pooling-plan.js';

/**
 * Max pooling, y = the greatest element of each window, float32.
 *
 * A window that has a NaN gives NaN, so that one sees it; TensorFlow.js gives -Infinity there, TensorFlow the greatest number.
 */
export const maxPool: TrainingKernel<{ x: TensorInfo }, PoolingAttributes> = {
  kernelName: MaxPool,
  run(native, { x }, attributes, stock) {
    if (x.dtype !== 'float32') return stock({ x }, { ...attributes });
    const { outShape, windows } = planPooling(native, x.shape, attributes);
    const y = native.output(outShape);
    if (util.sizeFromShape(outShape) === 0) return y;
    native.module.pool(POOL.max, native.address(x), native.address(y), 0, ...windows, 0);
    return y;
  },
};
