import { Identity, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * The same values in the same memory, counted as used once more, where TensorFlow.js copies them.
 *
 * Tensors are immutable, so that nobody can tell; whoever writes into memory (the optimizers' slots) must own it alone.
 */
export const identity: TrainingKernel<{ x: TensorInfo }> = {
  kernelName: Identity,
  run({ backend }, { x }) {
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  },
};
