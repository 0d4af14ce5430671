import { Asin, div, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(asin(x)) = dy / sqrt(1 - x^2). */
export const asinDerivative: Derivative = fromInput(Asin, (dy, x) => div(dy, sqrt(sub(1, square(x)))));
