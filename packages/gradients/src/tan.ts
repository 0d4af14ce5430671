import { add, mul, square, Tan } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(tan(x)) = (1 + y^2) dy with y = tan(x). */
export const tanDerivative: Derivative = fromOutput(Tan, (dy, y) => mul(dy, add(square(y), 1)));
