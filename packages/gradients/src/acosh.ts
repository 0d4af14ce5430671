import { Acosh, div, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(acosh(x)) = dy / sqrt(x^2 - 1). */
export const acoshDerivative: Derivative = fromInput(Acosh, (dy, x) => div(dy, sqrt(sub(square(x), 1))));
