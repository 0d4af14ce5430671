import { add, div, Log1p } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(log(1 + x)) = dy / (1 + x). */
export const log1pDerivative: Derivative = fromInput(Log1p, (dy, x) => div(dy, add(x, 1)));
