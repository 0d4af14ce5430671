import { each, expectNumber, fraction } from '@sixstep/parts';
import { log, mul, neg, pow, softmax, sub, sum } from '@tensorflow/tfjs-core';
import { classShares } from './class-shares.js';
import { classesLast } from './classes-last.js';
import { smoothed } from './smoothed.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

const place = 'categoricalFocalCrossentropy';

export interface CategoricalFocalCrossentropyOptions extends LossOptions {
  /** The weight of all classes, or of each. Defaults to 0.25. */
  readonly alpha?: number | readonly number[];
  /** How much easy examples are toned down; 0 is not at all. Defaults to 2. */
  readonly gamma?: number;
  /** Whether yPred are logits, and not probabilities. Defaults to false. */
  readonly fromLogits?: boolean;
  /** Which part of each target is spread evenly over all classes, from 0 to 1. Defaults to 0. */
  readonly labelSmoothing?: number;
  /** The axis of the classes. Defaults to the last. */
  readonly axis?: number;
}

/**
 * -sum(alpha * (1 - p)^gamma * yTrue * log(p)) over the classes, p = yPred / sum(yPred) clipped to [1e-7, 1 - 1e-7].
 *
 * It is always computed from the probabilities, as in Keras.
 *
 * @throws Error if an option does not fit, or if targets, predictions or weights do not fit each other
 * @source Lin et al. 2018, https://arxiv.org/abs/1708.02002
 */
export const categoricalFocalCrossentropy: LossFactory<CategoricalFocalCrossentropyOptions> =
  /* @__PURE__ */ targetLoss<CategoricalFocalCrossentropyOptions>(
    place,
    { alpha: [0.25, each(expectNumber)], gamma: 2, fromLogits: false, labelSmoothing: [0, fraction], axis: -1 },
    ({ alpha, gamma, fromLogits, labelSmoothing, axis }) =>
      (yTrue, yPred) => {
        const outputs = classesLast(place, yPred, axis);
        const smooth = smoothed(place, yTrue, yPred, labelSmoothing, yTrue.shape.at(-1)!);
        const targets = classesLast(place, smooth, axis);
        const p = classShares(fromLogits ? softmax(outputs) : outputs);
        const factors = mul(pow(sub(1, p), gamma), alpha as number | number[]);
        return neg(sum(mul(factors, mul(targets, log(p))), -1));
      },
  );
