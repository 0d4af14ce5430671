import { add, Asinh, div, sqrt, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(asinh(x)) = dy / sqrt(1 + x^2). */
export const asinhDerivative: Derivative = fromInput(Asinh, (dy, x) => div(dy, sqrt(add(square(x), 1))));
