import { exp, Expm1, mul } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(exp(x) - 1) = dy exp(x). */
export const expm1Derivative: Derivative = fromInput(Expm1, (dy, x) => mul(dy, exp(x)));
