import { div, mul, Sqrt } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(sqrt(x)) = dy / (2 y) with y = sqrt(x). */
export const sqrtDerivative: Derivative = fromOutput(Sqrt, (dy, y) => div(mul(dy, 0.5), y));
