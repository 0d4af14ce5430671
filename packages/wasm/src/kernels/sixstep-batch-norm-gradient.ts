import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

type Name = 'dy' | 'x' | 'gamma' | 'mean' | 'variance';

/** `SixstepBatchNormGradient`: [dx, dGamma, dBeta] of `SixstepBatchNorm`, given dy, its inputs, mean and variance. */
export const sixstepBatchNormGradient: TrainingKernel<Record<Name, TensorInfo>, { epsilon: number }> = {
  kernelName: 'SixstepBatchNormGradient',
  run(native, { dy, x, gamma, mean, variance }, { epsilon }) {
    const { address } = native;
    const channels = x.shape.at(-1) ?? 1;
    const n = util.sizeFromShape(x.shape.slice(0, -1));
    const outputs = [native.output(x.shape), native.output([channels]), native.output([channels])] as const;
    const [dx, dGamma, dBeta] = outputs.map(address) as [number, number, number];
    native.module.batchNormalizationGradient(
      address(x),
      address(dy),
      address(gamma),
      address(mean),
      address(variance),
      dx,
      dGamma,
      dBeta,
      n,
      channels,
      epsilon,
      native.scratch(12 * channels),
    );
    return [...outputs];
  },
};
