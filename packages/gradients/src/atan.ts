import { add, Atan, div, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(atan(x)) = dy / (1 + x^2). */
export const atanDerivative: Derivative = fromInput(Atan, (dy, x) => div(dy, add(square(x), 1)));
