import { type Described, expectInteger } from '@sixstep/parts';
import { cast, expandDims, log, notEqual, squeeze, type Tensor, where, zerosLike } from '@tensorflow/tfjs-core';
import { classAxis, moveLast } from './class-axis.js';
import { clip } from './clip.js';
import { epsilon } from './epsilon.js';
import { expectClassLabels } from './expect-class-labels.js';
import { expectLabelShape } from './expect-shapes.js';
import { logitsBehind } from './logits-behind.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss, type Masked } from './make-loss.js';
import { softmaxCrossentropy } from './softmax-crossentropy.js';

export interface SparseCategoricalCrossentropyOptions extends LossOptions {
  /** Whether yPred are logits, and not probabilities. Defaults to false. */
  readonly fromLogits?: boolean;
  /** A label whose samples do not count, or null for none. Defaults to null. */
  readonly ignoreClass?: number | null;
  /** The axis of the classes in yPred. Defaults to the last. */
  readonly axis?: number;
}

/**
 * -log(p[label]), for integer labels, p = yPred clipped to [1e-7, 1 - 1e-7] and scaled to sum 1.
 *
 * From logits, also from those that yPred came from by a softmax, it is log(sum(exp(logits))) - logits[label], which is
 * exact for logits of any size. `yTrue` has the shape of yPred without the classes, or with the size 1 for them. With
 * `ignoreClass` logits count only if `fromLogits` says so, as in Keras.
 *
 * @throws Error if an option does not fit, if labels, predictions or weights do not fit each other, or if a label is not
 * an integer from 0 to classes - 1
 */
export function sparseCategoricalCrossentropy(options: SparseCategoricalCrossentropyOptions = {}): Loss & Described {
  const place = 'sparseCategoricalCrossentropy';
  const { fromLogits = false, axis = -1 } = options;
  const ignoreClass =
    options.ignoreClass == null
      ? undefined
      : expectInteger(place, 'ignoreClass', options.ignoreClass, { min: Number.MIN_SAFE_INTEGER });

  const labelsOf = (yTrue: Tensor, yPred: Tensor): Tensor => {
    const along = classAxis(place, yPred, axis);
    const labels = yTrue.rank === yPred.rank && yTrue.shape[along] === 1 ? squeeze(yTrue, [along]) : yTrue;
    expectLabelShape(place, labels, yPred, along);
    expectClassLabels(place, labels, yPred.shape[along]!, ignoreClass);
    return labels.dtype === 'int32' ? labels : cast(labels, 'int32');
  };
  const of = (labels: Tensor, yPred: Tensor, isLogits: boolean, reduced: boolean): Tensor => {
    const logits = isLogits ? yPred : log(clip(yPred, epsilon, 1 - epsilon));
    return softmaxCrossentropy(moveLast(logits, classAxis(place, yPred, axis)), labels, reduced);
  };
  const unmasked = (yTrue: Tensor, yPred: Tensor, reduced: boolean): Tensor => {
    const labels = labelsOf(yTrue, yPred);
    const logits = logitsBehind(yPred);
    return of(labels, logits ?? yPred, fromLogits || logits !== undefined, reduced);
  };
  const masked = (yTrue: Tensor, yPred: Tensor, ignored: number): Masked => {
    const labels = labelsOf(yTrue, yPred);
    const mask = notEqual(labels, ignored);
    const counted = where(mask, labels, zerosLike(labels));
    const shown = where(expandDims(mask, classAxis(place, yPred, axis)), yPred, zerosLike(yPred));
    const losses = of(counted, shown, fromLogits, false);
    return { values: where(mask, losses, zerosLike(losses)), mask };
  };
  return makeLoss(options, {
    place,
    className: 'SparseCategoricalCrossentropy',
    config: { fromLogits, ignoreClass: ignoreClass ?? null, axis },
    perSample: (yTrue, yPred) =>
      ignoreClass === undefined ? unmasked(yTrue, yPred, false) : masked(yTrue, yPred, ignoreClass),
    mean: (yTrue, yPred) => (ignoreClass === undefined && yTrue.size > 0 ? unmasked(yTrue, yPred, true) : undefined),
  });
}
