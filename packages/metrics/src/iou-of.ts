import { type Check, expectInteger, expectShape, oneOf } from '@sixstep/parts';
import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { Additive } from './define-metric.js';
import type { NameOptions } from './metric.js';
import { type Numbers, total } from './values.js';
import { weightsOf } from './weights-of.js';
import { zeros } from './zeros.js';

/** What every metric of overlaps takes. */
export interface OverlapOptions extends NameOptions {
  /** A label whose samples are left out. */
  readonly ignoreClass?: number | null;
  /** The axis of the classes, where labels or predictions are one-hot or probabilities. */
  readonly axis?: number;
  /** What the counts are: integers (default), so that weights lose their fraction, or float32. */
  readonly dtype?: 'int' | 'int32' | 'int64' | 'float32';
}

/** The default of `dtype` and its check. */
export const DTYPE: readonly ['int', Check] = ['int', oneOf('int', 'int32', 'int64', 'float32')];

const HINT = 'One-hot labels need sparseYTrue: false, probabilities sparseYPred: false.';

/** What overlaps. */
export interface OverlapDefinition {
  readonly numClasses: number;
  readonly targetClassIds: readonly number[];
  readonly ignoreClass?: number | null | undefined;
  readonly dtype: OverlapOptions['dtype'];
  /** The class numbers of labels and of predictions. */
  readonly classes: (yTrue: Tensor, yPred: Tensor) => readonly [Numbers, Numbers];
}

/** How much of two sets of samples is in both: of those that are, or are predicted to be, a class. Mean over the targets. */
export function iouOf(
  { numClasses, targetClassIds, ignoreClass, dtype, classes }: OverlapDefinition,
  name: string,
): Additive<{ totalConfusionMatrix: number[] }, number> {
  for (const id of targetClassIds) expectInteger(name, 'targetClassIds', id, { min: 0, max: numClasses - 1 });
  const counted = dtype === 'float32' ? (x: number): number => x : Math.trunc;
  const isClass = (x: number): boolean => x >= 0 && x < numClasses;
  const start = (): { totalConfusionMatrix: number[] } => zeros(['totalConfusionMatrix'], numClasses ** 2);
  return {
    direction: 'up',
    start,
    count(place, yTrue, yPred, sampleWeight) {
      const [labels, predictions] = classes(yTrue, yPred);
      expectShape(place, 'yTrue', [labels.length], [predictions.length], HINT);
      const weights = weightsOf(sampleWeight && reshape(sampleWeight, [-1]), [labels.length], place);
      const counts = start();
      labels.forEach((given, i) => {
        const [label, prediction] = [counted(given), counted(predictions[i]!)];
        if (!isClass(label) || !isClass(prediction) || label === ignoreClass) return;
        const cell = Math.trunc(label) * numClasses + Math.trunc(prediction);
        counts.totalConfusionMatrix[cell]! += counted(weights?.[i] ?? 1);
      });
      return counts;
    },
    result({ totalConfusionMatrix: matrix }) {
      const overlaps = targetClassIds.flatMap((id) => {
        const both = matrix[id * numClasses + id]!;
        let either = -both;
        for (let k = 0; k < numClasses; k++) either += matrix[k * numClasses + id]! + matrix[id * numClasses + k]!;
        return either > 1e-9 ? Math.fround(both / Math.fround(either + 1e-7)) : [];
      });
      return total(overlaps) / (overlaps.length + 1e-7);
    },
  };
}
