import { Mean, mul, reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';
import { broadcastLike } from './broadcast-like.js';
import { keepDims } from './keep-dims.js';

/** d(mean(x)) = dy / n at every element of x, n being the number of elements averaged. */
export const meanDerivative: Derivative<[Tensor], { axis: number | number[] }> = fromInput(Mean, (dy, x, { axis }) =>
  broadcastLike(reshape(mul(dy, dy.size / x.size), keepDims(x.shape, axis)), x.shape),
);
