import type { Described } from '@sixstep/parts';
import { add, div, mul, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';
import { expectBroadcast } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { type OverlapAxes, overlapAxes } from './overlap-axes.js';

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
export function dice(options: DiceOptions = {}): Loss & Described {
  const { axis = null } = options;
  const axes = overlapAxes(axis);
  return makeLoss(options, {
    place: 'dice',
    className: 'Dice',
    config: { axis },
    perSample: (yTrue, yPred) => {
      expectBroadcast('dice', yTrue, yPred);
      const targets = floatTargets(yTrue);
      const total = (x: Tensor): Tensor => sum(x, axes);
      const both = add(add(total(targets), total(yPred)), epsilon);
      return sub(1, div(mul(total(mul(targets, yPred)), 2), both));
    },
  });
}
