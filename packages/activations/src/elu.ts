import { elu as eluOp, greater, mul, type Tensor, where, tidy } from '@tensorflow/tfjs-core';

export interface EluOptions {
  /** The limit far below 0 is -alpha. Defaults to 1. */
  readonly alpha?: number;
}

/**
 * The exponential linear unit: elu(x) = x if x > 0, else alpha * (exp(x) - 1).
 *
 * @source Clevert et al. 2016, https://arxiv.org/abs/1511.07289
 */
export function elu(x: Tensor, { alpha = 1 }: EluOptions = {}): Tensor {
  if (alpha === 1) return eluOp(x);
  return tidy(() => {
    const y = eluOp(x);
    return where(greater(x, 0), y, mul(y, alpha));
  });
}
