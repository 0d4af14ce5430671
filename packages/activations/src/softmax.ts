import { rememberLogits } from '@sixstep/parts';
import { softmax as softmaxOp, type Tensor } from '@tensorflow/tfjs-core';
import { alongAxes, type Axes } from './along-axes.js';

export interface SoftmaxOptions {
  /** The axis along which the probabilities sum to 1; several count as one, null is all. Defaults to the last. */
  readonly axis?: Axes;
}

/**
 * Turns logits into probabilities: softmax(x)_i = exp(x_i) / sum_j exp(x_j), along an axis, without overflow.
 *
 * The result remembers x, so that a cross-entropy is computed from the logits, as Keras does.
 *
 * @param x logits of any shape but a scalar
 * @throws Error if x has no such axis
 * @source Bridle 1990, https://doi.org/10.1007/978-3-642-76153-9_28
 */
export function softmax(x: Tensor, { axis = -1 }: SoftmaxOptions = {}): Tensor {
  const y = alongAxes('softmax', x, axis, (x) => softmaxOp(x));
  rememberLogits(y, 'softmax', x);
  return y;
}
