import { mul, sigmoid, Softplus } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(log(1 + exp(x))) = dy sigmoid(x). */
export const softplusDerivative: Derivative = fromInput(Softplus, (dy, x) => mul(dy, sigmoid(x)));
