import { type Described, expectInteger, expectNumber } from '@sixstep/parts';
import { add, mean, mul, pow, scalar, sigmoid, sub, type Tensor } from '@tensorflow/tfjs-core';
import { binaryElements } from './binary-elements.js';
import { expectSameShape } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import { logitsBehind } from './logits-behind.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';
import { sigmoidCrossentropy } from './sigmoid-crossentropy.js';
import { smoothed } from './smoothed.js';

export interface BinaryFocalCrossentropyOptions extends LossOptions {
  /** Whether class 1 is weighted by alpha and class 0 by 1 - alpha. Defaults to false. */
  readonly applyClassBalancing?: boolean;
  /** The weight of class 1. Defaults to 0.25. */
  readonly alpha?: number;
  /** How much easy examples are toned down; 0 is not at all. Defaults to 2. */
  readonly gamma?: number;
  /** Whether yPred are logits, and not probabilities. Defaults to false. */
  readonly fromLogits?: boolean;
  /** Which part of each target is moved to 1/2, from 0 to 1. Defaults to 0. */
  readonly labelSmoothing?: number;
  /** The axis that the mean is taken over. Defaults to the last. */
  readonly axis?: number;
}

/**
 * The mean over the last axis of (1 - pt)^gamma times the binary cross-entropy, pt = yTrue * p + (1 - yTrue) * (1 - p).
 *
 * @throws Error if an option does not fit, or if targets, predictions or weights do not fit each other
 * @source Lin et al. 2018, https://arxiv.org/abs/1708.02002
 */
export function binaryFocalCrossentropy(options: BinaryFocalCrossentropyOptions = {}): Loss & Described {
  const place = 'binaryFocalCrossentropy';
  const { fromLogits = false, applyClassBalancing = false } = options;
  const alpha = expectNumber(place, 'alpha', options.alpha ?? 0.25);
  const gamma = expectNumber(place, 'gamma', options.gamma ?? 2);
  const axis = expectInteger(place, 'axis', options.axis ?? -1, { min: Number.MIN_SAFE_INTEGER });
  const labelSmoothing = expectNumber(place, 'labelSmoothing', options.labelSmoothing ?? 0, { min: 0, max: 1 });
  return makeLoss(options, {
    place,
    className: 'BinaryFocalCrossentropy',
    config: { applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing, axis },
    perSample: (yTrue, yPred) => {
      expectSameShape(place, yTrue, yPred);
      const targets = smoothed(floatTargets(yTrue), labelSmoothing, 2);
      const others = sub(1, targets);
      const logits = fromLogits ? yPred : logitsBehind(yPred);
      const p = fromLogits ? sigmoid(yPred) : yPred;
      const losses = logits === undefined ? binaryElements(targets, p) : sigmoidCrossentropy(targets, logits, false);
      const pt = add(mul(targets, p), mul(others, sub(1, p)));
      const focal: Tensor = mul(pow(sub(1, pt), scalar(gamma)), losses);
      const weights = (): Tensor => add(mul(targets, alpha), mul(others, 1 - alpha));
      return mean(applyClassBalancing ? mul(weights(), focal) : focal, axis);
    },
  });
}
