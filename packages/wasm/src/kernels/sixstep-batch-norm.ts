import { engine, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * `SixstepBatchNorm`: batch normalization in training, over all axes but the last.
 *
 * mean = sum(x) / n, variance = sum((x - mean)^2) / n, y = (x - mean) / sqrt(variance + epsilon) * gamma + beta.
 *
 * Inputs: float32 `x` [..., channels], `gamma` and `beta` [channels] (ones or zeros where there is none). Attribute:
 * `epsilon`. Outputs: [`y`, `mean`, `variance`]. Gradients: for all inputs, from that of `y` alone: mean and variance are
 * for the moving averages and let no gradient through. n must be at least 1.
 *
 * `engine().runKernel('SixstepBatchNorm', { x, gamma, beta }, { epsilon })` wherever
 * `getKernel('SixstepBatchNorm', getBackend())` is there; the composition elsewhere.
 */
export const sixstepBatchNorm: TrainingKernel<
  { x: TensorInfo; gamma: TensorInfo; beta: TensorInfo },
  { epsilon: number }
> = {
  kernelName: 'SixstepBatchNorm',
  run(native, { x, gamma, beta }, { epsilon }) {
    const { address, module } = native;
    const channels = x.shape.at(-1) ?? 1;
    const n = util.sizeFromShape(x.shape.slice(0, -1));
    const outputs = [native.output(x.shape), native.output([channels]), native.output([channels])] as const;
    const [y, mean, variance] = outputs.map(address) as [number, number, number];
    const scratch = native.scratch(4 * channels);
    module.batchNormalization(
      address(x),
      address(gamma),
      address(beta),
      mean,
      variance,
      y,
      n,
      channels,
      epsilon,
      scratch,
    );
    return [...outputs];
  },
  gradient: {
    kernelName: 'SixstepBatchNorm',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc: (dys, saved, { epsilon }) => {
      const [dy] = dys as [Tensor];
      const [x, gamma, mean, variance] = saved as [Tensor, Tensor, Tensor, Tensor];
      // At once: the three come from one pass, and a closure would dispose of the other two.
      const [dx, dGamma, dBeta] = engine().runKernel(
        'SixstepBatchNormGradient',
        { dy, x, gamma, mean, variance },
        { epsilon: epsilon as number },
      ) as Tensor[] as [Tensor, Tensor, Tensor];
      return { x: () => dx, gamma: () => dGamma, beta: () => dBeta };
    },
  },
};
