import { cosh, mul, Sinh } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(sinh(x)) = cosh(x) dy. */
export const sinhDerivative: Derivative = fromInput(Sinh, (dy, x) => mul(dy, cosh(x)));
