import { cast, greater, mul, Relu } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(max(x, 0)) = dy where y > 0, else 0, also for NaN, of which `step` makes NaN on the cpu backend. */
export const reluDerivative: Derivative = fromOutput(Relu, (dy, y) => mul(dy, cast(greater(y, 0), 'float32')));
