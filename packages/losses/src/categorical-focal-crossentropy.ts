import { type Described, expectNumber } from '@sixstep/parts';
import { div, log, mul, neg, pow, scalar, softmax, sub, sum } from '@tensorflow/tfjs-core';
import { classAxis, moveBack, moveLast } from './class-axis.js';
import { clip } from './clip.js';
import { epsilon } from './epsilon.js';
import { expectBroadcast } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { smoothed } from './smoothed.js';

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
export function categoricalFocalCrossentropy(options: CategoricalFocalCrossentropyOptions = {}): Loss & Described {
  const place = 'categoricalFocalCrossentropy';
  const { alpha = 0.25, fromLogits = false, axis = -1 } = options;
  const weights = typeof alpha === 'number' ? alpha : [...alpha];
  const gamma = expectNumber(place, 'gamma', options.gamma ?? 2);
  const labelSmoothing = expectNumber(place, 'labelSmoothing', options.labelSmoothing ?? 0, { min: 0, max: 1 });
  return makeLoss(options, {
    place,
    className: 'CategoricalFocalCrossentropy',
    config: { alpha, gamma, fromLogits, labelSmoothing, axis },
    perSample: (yTrue, yPred) => {
      expectBroadcast(place, yTrue, yPred);
      const along = classAxis(place, yPred, axis);
      const targets = smoothed(floatTargets(yTrue), labelSmoothing, yTrue.shape.at(-1) ?? 1);
      const outputs = fromLogits ? moveBack(softmax(moveLast(yPred, along)), along) : yPred;
      const p = clip(div(outputs, sum(outputs, along, true)), epsilon, 1 - epsilon);
      const factors = mul(pow(sub(1, p), scalar(gamma)), weights);
      return neg(sum(mul(factors, mul(targets, log(p))), along));
    },
  });
}
