import { Add, type Tensor } from '@tensorflow/tfjs-core';
import { fromInputs } from './binary.js';
import type { Derivative } from './derivative.js';
import { share } from './share.js';
import { sumTo } from './sum-to.js';

/** d(a + b) = dy for both, summed over the broadcast axes. */
export const addDerivative: Derivative<[Tensor, Tensor]> = fromInputs(
  Add,
  (dy, a) => share(sumTo(dy, a.shape), dy),
  (dy, _, b) => share(sumTo(dy, b.shape), dy),
);
