import { cast, greater, less, logicalAnd, mul, Relu6 } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(min(max(x, 0), 6)) = dy where 0 < x < 6, else 0. */
export const relu6Derivative: Derivative = fromInput(Relu6, (dy, x) =>
  mul(dy, cast(logicalAnd(greater(x, 0), less(x, 6)), 'float32')),
);
