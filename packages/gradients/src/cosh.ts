import { Cosh, mul, sinh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(cosh(x)) = sinh(x) dy. */
export const coshDerivative: Derivative = fromInput(Cosh, (dy, x) => mul(dy, sinh(x)));
