import { cos, mul, Sin } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(sin(x)) = cos(x) dy. */
export const sinDerivative: Derivative = fromInput(Sin, (dy, x) => mul(dy, cos(x)));
