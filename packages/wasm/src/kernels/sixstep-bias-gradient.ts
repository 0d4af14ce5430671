import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * `SixstepBiasGradient`: the gradients of y = z + bias, or, if y is given, of y = max(0, z + bias).
 *
 * Inputs: float32 `dy` [..., channels], and `y` for relu. Outputs: dBias [channels] = sum of dz, and, for relu only, dz = dy
 * where y > 0, else 0 (without relu dz is dy).
 */
export const sixstepBiasGradient: TrainingKernel<{ dy: TensorInfo; y?: TensorInfo }> = {
  kernelName: 'SixstepBiasGradient',
  run(native, { dy, y }) {
    const channels = dy.shape.at(-1) ?? 1;
    const rows = util.sizeFromShape(dy.shape.slice(0, -1));
    const dBias = native.output([channels]);
    const from = native.address(dy);
    if (y === undefined) {
      native.module.biasGradient(from, 0, 0, native.address(dBias), rows, channels, 0);
      return [dBias];
    }
    const dz = native.output(dy.shape);
    native.module.biasGradient(from, native.address(y), native.address(dz), native.address(dBias), rows, channels, 1);
    return [dBias, dz];
  },
};
