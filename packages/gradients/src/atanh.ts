import { Atanh, div, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(atanh(x)) = dy / (1 - x^2). */
export const atanhDerivative: Derivative = fromInput(Atanh, (dy, x) => div(dy, sub(1, square(x))));
