import {
  greater,
  leakyRelu as leakyReluOp,
  mul,
  neg,
  relu as reluOp,
  sub,
  type Tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { relu6 } from './relu6.js';

export interface ReluOptions {
  /** The slope below the threshold. Defaults to 0. */
  readonly negativeSlope?: number;
  /** The greatest value, or null for no bound. Defaults to null. */
  readonly maxValue?: number | null;
  /** At and below it the unit is off. Defaults to 0. */
  readonly threshold?: number;
}

/**
 * The rectified linear unit, by default relu(x) = max(x, 0).
 *
 * In general relu(x) = min(x, maxValue) if x > threshold, else negativeSlope * (x - threshold). Its derivative at 0 is 0.
 *
 * @param x any shape
 * @source Nair and Hinton 2010, https://www.cs.toronto.edu/~fritz/absps/reluICML.pdf
 */
export function relu(x: Tensor, { negativeSlope = 0, maxValue = null, threshold = 0 }: ReluOptions = {}): Tensor {
  if (maxValue === null && threshold === 0) return negativeSlope === 0 ? reluOp(x) : leakyReluOp(x, negativeSlope);
  return tidy(() => {
    const positive = bounded(x, maxValue, threshold);
    if (negativeSlope === 0) return positive;
    return sub(positive, mul(reluOp(threshold === 0 ? neg(x) : sub(threshold, x)), negativeSlope));
  });
}

function bounded(x: Tensor, maxValue: number | null, threshold: number): Tensor {
  if (threshold === 0 && maxValue === 6) return relu6(x);
  const positive = threshold === 0 ? reluOp(x) : where(greater(x, threshold), x, zerosLike(x));
  return maxValue === null ? positive : clip(positive, 0, maxValue);
}
