import { add, div, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { relu6 } from './relu6.js';

/**
 * A sigmoid of three straight lines: hardSigmoid(x) = min(max(x + 3, 0), 6) / 6.
 *
 * Its derivative at -3 and at 3 is 0. Keras 2 had the slope 1/5.
 */
export function hardSigmoid(x: Tensor): Tensor {
  return tidy(() => div(relu6(add(x, 3)), 6));
}
