import { Elu, EluGrad, engine } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(elu(x)) = dy where y > 0, else dy (y + 1) with y = exp(x) - 1. */
export const eluDerivative: Derivative = {
  kernelName: Elu,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => engine().runKernel(EluGrad, { dy, y }) }),
};
