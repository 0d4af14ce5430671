import { mul, Rsqrt, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(1 / sqrt(x)) = -dy y^3 / 2 with y = 1 / sqrt(x). */
export const rsqrtDerivative: Derivative = fromOutput(Rsqrt, (dy, y) => mul(mul(dy, -0.5), mul(y, square(y))));
