import { Exp, mul } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(exp(x)) = dy y with y = exp(x). */
export const expDerivative: Derivative = fromOutput(Exp, (dy, y) => mul(dy, y));
