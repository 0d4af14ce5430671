import { Elu, EluGrad, engine } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(elu(x)) = dy where y > 0, else dy (y + 1) with y = exp(x) - 1. */
export const eluDerivative: Derivative = fromOutput(Elu, (dy, y) => engine().runKernel(EluGrad, { dy, y }));
