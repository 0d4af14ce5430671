import { formatShape } from '@sixstep/parts';
import { mul, sigmoid, split, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { standardAxis } from './standard-axis.js';

export interface GluOptions {
  /** The axis that is halved. Defaults to the last. */
  readonly axis?: number;
}

/**
 * The gated linear unit: glu(x) = a * sigmoid(b), where a and b are the halves of x along the axis.
 *
 * @param x any shape with an even number of elements along the axis; the result has half of them
 * @throws Error if that number is odd or x has no such axis
 * @source Dauphin et al. 2017, https://arxiv.org/abs/1612.08083
 */
export function glu(x: Tensor, { axis = -1 }: GluOptions = {}): Tensor {
  const along = standardAxis('glu', x, axis);
  if (x.shape[along]! % 2 !== 0) {
    throw new Error(
      `glu: expected x to have an even size along axis ${axis}, received the shape ${formatShape(x.shape)}. ` +
        'Pass twice the number of features that you want.',
    );
  }
  return tidy(() => {
    const [a, b] = split(x, 2, along) as [Tensor, Tensor];
    return mul(a, sigmoid(b));
  });
}
