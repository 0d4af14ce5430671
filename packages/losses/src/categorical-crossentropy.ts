import { type Described, expectNumber } from '@sixstep/parts';
import { div, log, mul, neg, sum, type Tensor } from '@tensorflow/tfjs-core';
import { classAxis, moveLast } from './class-axis.js';
import { clip } from './clip.js';
import { epsilon } from './epsilon.js';
import { expectSameShape } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import { logitsBehind } from './logits-behind.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { smoothed } from './smoothed.js';
import { softmaxCrossentropy } from './softmax-crossentropy.js';

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
export function categoricalCrossentropy(options: CategoricalCrossentropyOptions = {}): Loss & Described {
  const place = 'categoricalCrossentropy';
  const { fromLogits = false, axis = -1 } = options;
  const labelSmoothing = expectNumber(place, 'labelSmoothing', options.labelSmoothing ?? 0, { min: 0, max: 1 });
  const targetsOf = (yTrue: Tensor, yPred: Tensor): Tensor => {
    expectSameShape(place, yTrue, yPred);
    return smoothed(floatTargets(yTrue), labelSmoothing, yTrue.shape.at(-1) ?? 1);
  };
  const fromLogitsOf = (targets: Tensor, logits: Tensor, reduced: boolean): Tensor => {
    const along = classAxis(place, logits, axis);
    return softmaxCrossentropy(moveLast(logits, along), moveLast(targets, along), reduced);
  };
  return makeLoss(options, {
    place,
    className: 'CategoricalCrossentropy',
    config: { fromLogits, labelSmoothing, axis },
    perSample: (yTrue, yPred) => {
      const targets = targetsOf(yTrue, yPred);
      const logits = logitsBehind(yPred) ?? (fromLogits ? yPred : undefined);
      if (logits !== undefined) return fromLogitsOf(targets, logits, false);
      const along = classAxis(place, yPred, axis);
      const p = clip(div(yPred, sum(yPred, along, true)), epsilon, 1 - epsilon);
      return neg(sum(mul(targets, log(p)), along));
    },
    mean: (yTrue, yPred) => {
      const logits = logitsBehind(yPred) ?? (fromLogits ? yPred : undefined);
      return logits === undefined || logits.size === 0
        ? undefined
        : fromLogitsOf(targetsOf(yTrue, yPred), logits, true);
    },
  });
}
