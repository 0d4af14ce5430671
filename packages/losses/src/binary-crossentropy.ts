import { fraction, integer } from '@sixstep/parts';
import { binaryElements } from './binary-elements.js';
import { logitsBehind } from './logits-behind.js';
import { smoothed } from './smoothed.js';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

const place = 'binaryCrossentropy';

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
export const binaryCrossentropy: LossFactory<BinaryCrossentropyOptions> =
  /* @__PURE__ */ regression<BinaryCrossentropyOptions>(
    place,
    { fromLogits: false, labelSmoothing: [0, fraction], axis: [-1, integer] },
    ({ fromLogits, labelSmoothing }) =>
      (yTrue, yPred, averaged) => {
        const targets = smoothed(place, yTrue, yPred, labelSmoothing, 2);
        return binaryElements(targets, yPred, logitsBehind(yPred, fromLogits), averaged);
      },
  );
