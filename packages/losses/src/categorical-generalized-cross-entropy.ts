import { within } from '@sixstep/parts';
import { div, mul, pow, sub, sum } from '@tensorflow/tfjs-core';
import { classLabels } from './class-labels.js';
import { oneHotOf } from './one-hot-of.js';
import { defineLoss, type LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';

const place = 'categoricalGeneralizedCrossEntropy';

export interface CategoricalGeneralizedCrossEntropyOptions extends LossOptions {
  /** Between 0 (cross-entropy) and 1 (absolute error), both excluded. Defaults to 0.5. */
  readonly q?: number;
}

/**
 * (1 - yPred[label]^q) / q, for integer labels and probabilities: a cross-entropy that bears wrong labels.
 *
 * @throws Error if `q` does not fit, if labels, predictions or weights do not fit each other, or if a label is not an
 * integer from 0 to classes - 1
 * @source Zhang and Sabuncu 2018, https://arxiv.org/abs/1805.07836
 */
export const categoricalGeneralizedCrossEntropy: LossFactory<CategoricalGeneralizedCrossEntropyOptions> =
  /* @__PURE__ */ defineLoss<CategoricalGeneralizedCrossEntropyOptions>(
    place,
    { q: [0.5, within({ above: 0, below: 1 })] },
    ({ q }) =>
      (yTrue, yPred) => {
        const labels = oneHotOf(classLabels(place, yTrue, yPred), yPred.shape.at(-1)!);
        const p = sum(mul(yPred, labels), -1);
        return div(sub(1, pow(p, q)), q);
      },
  );
