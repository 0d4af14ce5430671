import { mul, square, sub, Tanh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(tanh(x)) = dy (1 - y^2) with y = tanh(x). */
export const tanhDerivative: Derivative = fromOutput(Tanh, (dy, y) => mul(dy, sub(1, square(y))));
