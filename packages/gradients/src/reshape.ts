import { Reshape, reshape } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(reshape(x)) = dy in the shape of x. */
export const reshapeDerivative: Derivative = fromInput(Reshape, (dy, x) => reshape(dy, x.shape));
