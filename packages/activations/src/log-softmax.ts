import { customGrad, exp, log, max, mul, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { alongAxes, type Axes } from './along-axes.js';

export interface LogSoftmaxOptions {
  /** The axis along which the probabilities sum to 1; several count as one, null is all. Defaults to the last. */
  readonly axis?: Axes;
}

/**
 * The logarithm of the softmax: logSoftmax(x)_i = x_i - log(sum_j exp(x_j)), without overflow.
 *
 * @param x logits of any shape but a scalar
 * @throws Error if x has no such axis
 */
export function logSoftmax(x: Tensor, { axis = -1 }: LogSoftmaxOptions = {}): Tensor {
  return alongAxes('logSoftmax', x, axis, alongLast);
}

const alongLast = (x: Tensor): Tensor =>
  customGrad((input, save) => {
    const logits = input as Tensor;
    const shifted = sub(logits, max(logits, -1, true));
    const value: Tensor = sub(shifted, log(sum(exp(shifted), -1, true)));
    (save as (tensors: Tensor[]) => void)([value]);
    return {
      value,
      gradFunc: (dy: Tensor, saved: Tensor[]) => sub(dy, mul(sum(dy, -1, true), exp(saved[0]!))),
    };
  })(x);
