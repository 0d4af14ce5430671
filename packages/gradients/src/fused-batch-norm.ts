import { add, FusedBatchNorm, mul, neg, rsqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(scale (x - mean) / sqrt(variance + epsilon) + offset) for each of its five inputs. */
export const fusedBatchNormDerivative: Derivative<Tensor[], { varianceEpsilon: number }> = {
  kernelName: FusedBatchNorm,
  inputsToSave: ['x', 'mean', 'variance', 'scale'],
  gradFunc: (dy, saved, { varianceEpsilon }) => {
    const [x, mean, variance, scale] = saved as [Tensor, Tensor, Tensor, Tensor?];
    const inverse = () => rsqrt(add(variance, varianceEpsilon));
    const scaled = () => (scale === undefined ? dy : mul(dy, scale));
    return {
      x: () => mul(scaled(), inverse()),
      mean: () => sumTo(neg(mul(scaled(), inverse())), mean.shape),
      variance: () => {
        const r = inverse();
        return sumTo(mul(mul(scaled(), sub(x, mean)), mul(mul(r, square(r)), -0.5)), variance.shape);
      },
      scale: () => sumTo(mul(dy, mul(sub(x, mean), inverse())), mean.shape),
      offset: () => share(sumTo(dy, mean.shape), dy),
    };
  },
};
