import { mul, Sigmoid, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(sigmoid(x)) = dy y (1 - y) with y = sigmoid(x). */
export const sigmoidDerivative: Derivative = fromOutput(Sigmoid, (dy, y) => mul(dy, mul(y, sub(1, y))));
