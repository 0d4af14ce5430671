import { rememberLogits } from '@sixstep/parts';
import { sigmoid as sigmoidOp, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The logistic function: sigmoid(x) = 1 / (1 + exp(-x)), between 0 and 1.
 *
 * The result remembers x, so that a binary cross-entropy is computed from the logits, as Keras does.
 */
export function sigmoid(x: Tensor): Tensor {
  const y = sigmoidOp(x);
  rememberLogits(y, 'sigmoid', x);
  return y;
}
