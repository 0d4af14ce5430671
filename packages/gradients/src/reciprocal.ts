import { mul, neg, Reciprocal, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(1 / x) = -dy y^2 with y = 1 / x. */
export const reciprocalDerivative: Derivative = fromOutput(Reciprocal, (dy, y) => neg(mul(dy, square(y))));
