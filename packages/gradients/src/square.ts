import { mul, Square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(x^2) = 2 x dy. */
export const squareDerivative: Derivative = fromInput(Square, (dy, x) => mul(dy, mul(x, 2)));
