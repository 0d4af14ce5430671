import { reshape, Sum, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';
import { broadcastLike } from './broadcast-like.js';
import { keepDims } from './keep-dims.js';

/** d(sum(x)) = dy at every element of x. */
export const sumDerivative: Derivative<[Tensor], { axis: number | number[] }> = fromInput(Sum, (dy, x, { axis }) =>
  broadcastLike(reshape(dy, keepDims(x.shape, axis)), x.shape),
);
