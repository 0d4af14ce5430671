import { greater, LeakyRelu, mul, where, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(leakyRelu(x)) = dy where x > 0, else alpha dy. */
export const leakyReluDerivative: Derivative<[Tensor], { alpha: number }> = fromInput(LeakyRelu, (dy, x, { alpha }) =>
  where(greater(x, 0), dy, mul(dy, alpha)),
);
