import { Erf, exp, mul, neg, square } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(erf(x)) = 2 / sqrt(pi) exp(-x^2) dy. */
export const erfDerivative: Derivative = fromInput(Erf, (dy, x) =>
  mul(dy, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))),
);
