import { engine, MaxPool, MaxPoolGrad, type Tensor } from '@tensorflow/tfjs-core';
import type { PoolingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';

/** d(maxPool(x)) = dy at the greatest element of each window. */
export const maxPoolDerivative: Derivative<[Tensor, Tensor], PoolingAttributes> = {
  kernelName: MaxPool,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [input, output], attrs) => ({
    x: () => engine().runKernel(MaxPoolGrad, { dy, input, output }, attrs),
  }),
};
