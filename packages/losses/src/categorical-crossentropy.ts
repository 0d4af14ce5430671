import { fraction } from '@sixstep/parts';
import { log, mul, neg, sum } from '@tensorflow/tfjs-core';
import { classShares } from './class-shares.js';
import { classesLast } from './classes-last.js';
import { logitsBehind } from './logits-behind.js';
import { smoothed } from './smoothed.js';
import { softmaxCrossentropy } from './softmax-crossentropy.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { targetLoss } from './target-loss.js';

const place = 'categoricalCrossentropy';

export interface CategoricalCrossentropyOptions extends LossOptions {
  /** Whether yPred are logits, and not probabilities. Defaults to false. */
  readonly fromLogits?: boolean;
  /** Which part of each target is spread evenly over all classes, from 0 to 1. Defaults to 0. */
  readonly labelSmoothing?: number;
  /** The axis of the classes. Defaults to the last. */
  readonly axis?: number;
}

/**
 * -sum(yTrue * log(p)) over the classes, for one-hot targets (or other distributions), p = yPred / sum(yPred) clipped to
 * [1e-7, 1 - 1e-7].
 *
 * From logits, also from those that yPred came from by a softmax, it is yTrue * (log(sum(exp(logits))) - logits), which
 * is exact for logits of any size; nothing flows to yTrue then. Label smoothing divides by the size of the last axis,
 * whatever `axis` is, as in Keras.
 *
 * @throws Error if an option does not fit, or if targets, predictions or weights do not fit each other
 */
export const categoricalCrossentropy: LossFactory<CategoricalCrossentropyOptions> =
  /* @__PURE__ */ targetLoss<CategoricalCrossentropyOptions>(
    place,
    { fromLogits: false, labelSmoothing: [0, fraction], axis: -1 },
    ({ fromLogits, labelSmoothing, axis }) =>
      (yTrue, yPred, averaged) => {
        const logits = logitsBehind(yPred, fromLogits);
        const outputs = classesLast(place, logits ?? yPred, axis);
        const smooth = smoothed(place, yTrue, yPred, labelSmoothing, yTrue.shape.at(-1)!);
        const targets = classesLast(place, smooth, axis);
        if (logits !== undefined) return softmaxCrossentropy(outputs, targets, averaged);
        return neg(sum(mul(targets, log(classShares(outputs))), -1));
      },
  );
