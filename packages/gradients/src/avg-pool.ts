import { AvgPool, AvgPoolGrad, engine, type Tensor } from '@tensorflow/tfjs-core';
import type { PoolingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';

/** d(avgPool(x)) = dy spread evenly over each window. */
export const avgPoolDerivative: Derivative<[Tensor], PoolingAttributes> = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, [input], attrs) => ({
    x: () => engine().runKernel(AvgPoolGrad, { dy, input }, attrs),
  }),
};
