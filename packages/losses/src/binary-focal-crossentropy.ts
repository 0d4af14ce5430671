import { fraction, integer } from '@sixstep/parts';
import { mul, pow, sigmoid, sub } from '@tensorflow/tfjs-core';
import { binaryElements } from './binary-elements.js';
import { logitsBehind } from './logits-behind.js';
import { mixture } from './mixture.js';
import { smoothed } from './smoothed.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

const place = 'binaryFocalCrossentropy';

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
export const binaryFocalCrossentropy: LossFactory<BinaryFocalCrossentropyOptions> =
  /* @__PURE__ */ regression<BinaryFocalCrossentropyOptions>(
    place,
    {
      applyClassBalancing: false,
      alpha: 0.25,
      gamma: 2,
      fromLogits: false,
      labelSmoothing: [0, fraction],
      axis: [-1, integer],
    },
    ({ applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing }) =>
      (yTrue, yPred) => {
        const targets = smoothed(place, yTrue, yPred, labelSmoothing, 2);
        const p = fromLogits ? sigmoid(yPred) : yPred;
        const losses = binaryElements(targets, p, fromLogits ? yPred : logitsBehind(yPred, false), false);
        const pt = mixture(targets, p, sub(1, p));
        const focal = mul(pow(sub(1, pt), gamma), losses);
        return applyClassBalancing ? mul(mixture(targets, alpha, 1 - alpha), focal) : focal;
      },
  );
