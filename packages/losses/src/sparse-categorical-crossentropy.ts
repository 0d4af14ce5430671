import { integer } from '@sixstep/parts';
import { expandDims, log, notEqual, type Tensor, where, zerosLike } from '@tensorflow/tfjs-core';
import { classLabels } from './class-labels.js';
import { classesLast } from './classes-last.js';
import { clip } from './clip.js';
import { logitsBehind } from './logits-behind.js';
import { softmaxCrossentropy } from './softmax-crossentropy.js';
import { defineLoss, type LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';

const place = 'sparseCategoricalCrossentropy';

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
export const sparseCategoricalCrossentropy: LossFactory<SparseCategoricalCrossentropyOptions> =
  /* @__PURE__ */ defineLoss<SparseCategoricalCrossentropyOptions>(
    place,
    { fromLogits: false, ignoreClass: [null, integer], axis: -1 },
    ({ fromLogits, ignoreClass, axis }) =>
      (yTrue, yPred, averaged) => {
        const known = ignoreClass === null ? logitsBehind(yPred, fromLogits) : undefined;
        const outputs = classesLast(place, known ?? yPred, axis);
        const given = yTrue.rank === yPred.rank ? classesLast(place, yTrue, axis) : yTrue;
        const labels = classLabels(place, given, outputs, ignoreClass);
        const crossentropy = (x: Tensor, y: Tensor, averaged: boolean): Tensor =>
          softmaxCrossentropy(fromLogits || known ? x : log(clip(x)), y, averaged);
        if (ignoreClass === null) return crossentropy(outputs, labels, averaged);
        const mask = notEqual(labels, ignoreClass);
        const counted = (x: Tensor, counts: Tensor = mask): Tensor => where(counts, x, zerosLike(x));
        const losses = crossentropy(counted(outputs, expandDims(mask, -1)), counted(labels), false);
        return { values: counted(losses), mask };
      },
  );
