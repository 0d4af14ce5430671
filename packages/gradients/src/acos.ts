import { Acos, div, neg, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(acos(x)) = -dy / sqrt(1 - x^2). */
export const acosDerivative: Derivative = fromInput(Acos, (dy, x) => neg(div(dy, sqrt(sub(1, square(x))))));
