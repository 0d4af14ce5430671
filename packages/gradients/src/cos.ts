import { Cos, mul, neg, sin } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(cos(x)) = -sin(x) dy. */
export const cosDerivative: Derivative = fromInput(Cos, (dy, x) => neg(mul(dy, sin(x))));
