import { type Described, expectInteger, expectNumber } from '@sixstep/parts';
import { mean, type Tensor } from '@tensorflow/tfjs-core';
import { binaryElements } from './binary-elements.js';
import { expectSameShape } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import { logitsBehind } from './logits-behind.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { sigmoidCrossentropy } from './sigmoid-crossentropy.js';
import { smoothed } from './smoothed.js';

export interface BinaryCrossentropyOptions extends LossOptions {
  /** Whether yPred are logits, and not probabilities. Defaults to false. */
  readonly fromLogits?: boolean;
  /** Which part of each target is moved to 1/2, from 0 to 1. Defaults to 0. */
  readonly labelSmoothing?: number;
  /** The axis that the mean is taken over. Defaults to the last. */
  readonly axis?: number;
}

/**
 * The mean over the last axis of -(yTrue * log(p) + (1 - yTrue) * log(1 - p)), for targets 0 and 1, p = yPred clipped to
 * [1e-7, 1 - 1e-7].
 *
 * From logits x, also from those that yPred came from by a sigmoid, each is max(x, 0) - x * yTrue + log(1 + exp(-|x|)),
 * which is exact for logits of any size; nothing flows to yTrue then.
 *
 * @throws Error if an option does not fit, or if targets, predictions or weights do not fit each other
 */
export function binaryCrossentropy(options: BinaryCrossentropyOptions = {}): Loss & Described {
  const place = 'binaryCrossentropy';
  const { fromLogits = false } = options;
  const axis = expectInteger(place, 'axis', options.axis ?? -1, { min: Number.MIN_SAFE_INTEGER });
  const labelSmoothing = expectNumber(place, 'labelSmoothing', options.labelSmoothing ?? 0, { min: 0, max: 1 });
  const elements = (yTrue: Tensor, yPred: Tensor, reduced: boolean): Tensor => {
    expectSameShape(place, yTrue, yPred);
    const targets = smoothed(floatTargets(yTrue), labelSmoothing, 2);
    const logits = logitsBehind(yPred) ?? (fromLogits ? yPred : undefined);
    if (logits !== undefined) return sigmoidCrossentropy(targets, logits, reduced);
    const losses = binaryElements(targets, yPred);
    return reduced ? mean(losses) : losses;
  };
  return makeLoss(options, {
    place,
    className: 'BinaryCrossentropy',
    config: { fromLogits, labelSmoothing, axis },
    perSample: (yTrue, yPred) => mean(elements(yTrue, yPred, false), axis),
    mean: (yTrue, yPred) => (yPred.size === 0 ? undefined : elements(yTrue, yPred, true)),
  });
}
