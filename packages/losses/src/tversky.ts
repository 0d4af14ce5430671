import { add, div, mul, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { OverlapAxes } from './overlap-axes.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

export interface TverskyOptions extends LossOptions {
  /** The weight of what is in the targets alone. Defaults to 0.5. */
  readonly alpha?: number;
  /** The weight of what is in the predictions alone. Defaults to 0.5. */
  readonly beta?: number;
  /** The axes that are summed over, such as [1, 2, 3] for one loss per image; null is all. Defaults to null. */
  readonly axis?: OverlapAxes;
}

/**
 * 1 - both / (both + alpha * missed + beta * extra + 1e-7), with both = sum(yTrue * yPred), missed =
 * sum(yTrue * (1 - yPred)) and extra = sum((1 - yTrue) * yPred). With 0.5 and 0.5 it is the Dice loss.
 *
 * In the paper alpha weighs the extra and beta the missed; here it is as Keras computes it.
 *
 * @throws Error if an option is not a number, or if targets, predictions or weights do not fit each other
 * @source Salehi et al. 2017, https://arxiv.org/abs/1706.05721
 */
export const tversky: LossFactory<TverskyOptions> = /* @__PURE__ */ targetLoss<TverskyOptions>(
  'tversky',
  { alpha: 0.5, beta: 0.5, axis: null },
  ({ alpha, beta, axis }) => {
    const total = (a: Tensor, b: Tensor): Tensor => sum(mul(a, b), axis as number[]);
    return (yTrue, yPred) => {
      const both = total(yTrue, yPred);
      const missed = total(sub(1, yPred), yTrue);
      const extra = total(yPred, sub(1, yTrue));
      return sub(1, div(both, add(add(add(both, mul(missed, alpha)), mul(extra, beta)), epsilon)));
    };
  },
);
