import { add, div, mul, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import type { OverlapAxes } from './overlap-axes.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

export interface DiceOptions extends LossOptions {
  /** The axes that are summed over, such as [1, 2, 3] for one loss per image; null is all. Defaults to null. */
  readonly axis?: OverlapAxes;
}

/**
 * 1 - 2 * sum(yTrue * yPred) / (sum(yTrue) + sum(yPred) + 1e-7): how little two masks overlap.
 *
 * @throws Error if targets, predictions or weights do not fit each other
 * @source Milletari et al. 2016, https://arxiv.org/abs/1606.04797, without the squares
 */
export const dice: LossFactory<DiceOptions> = /* @__PURE__ */ targetLoss<DiceOptions>(
  'dice',
  { axis: null },
  ({ axis }) => {
    const total = (x: Tensor): Tensor => sum(x, axis as number[]);
    return (yTrue, yPred) => {
      const both = add(add(total(yTrue), total(yPred)), epsilon);
      return sub(1, div(mul(total(mul(yTrue, yPred)), 2), both));
    };
  },
);
