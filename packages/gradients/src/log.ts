import { div, Log } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(log(x)) = dy / x. */
export const logDerivative: Derivative = fromInput(Log, (dy, x) => div(dy, x));
