import { type Described, expectNumber } from '@sixstep/parts';
import { cast, div, mul, oneHot, pow, scalar, squeeze, sub, sum } from '@tensorflow/tfjs-core';
import { expectClassLabels } from './expect-class-labels.js';
import { expectLabelShape } from './expect-shapes.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';

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
export function categoricalGeneralizedCrossEntropy(
  options: CategoricalGeneralizedCrossEntropyOptions = {},
): Loss & Described {
  const place = 'categoricalGeneralizedCrossEntropy';
  const q = expectNumber(place, 'q', options.q ?? 0.5, { above: 0, below: 1 });
  return makeLoss(options, {
    place,
    className: 'CategoricalGeneralizedCrossEntropy',
    config: { q },
    perSample: (yTrue, yPred) => {
      const column = yTrue.rank === yPred.rank && yTrue.shape.at(-1) === 1;
      const labels = column ? squeeze(yTrue, [-1]) : yTrue;
      const classes = yPred.shape.at(-1)!;
      expectLabelShape(place, labels, yPred, yPred.rank - 1);
      expectClassLabels(place, labels, classes);
      const p = sum(mul(yPred, oneHot(cast(labels, 'int32'), classes)), -1);
      return div(sub(1, pow(p, scalar(q))), q);
    },
  });
}
