import { leakyRelu as leakyReluOp, type Tensor } from '@tensorflow/tfjs-core';

export interface LeakyReluOptions {
  /** The slope below 0. Defaults to 0.2. */
  readonly negativeSlope?: number;
}

/**
 * The leaky rectified linear unit: leakyRelu(x) = x if x > 0, else negativeSlope * x.
 *
 * @source Maas et al. 2013, https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf
 */
export function leakyRelu(x: Tensor, { negativeSlope = 0.2 }: LeakyReluOptions = {}): Tensor {
  return leakyReluOp(x, negativeSlope);
}
