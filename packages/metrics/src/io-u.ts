import { classOverlap, REQUIRED } from './class-overlap.js';
import type { OverlapOptions } from './iou-of.js';
import type { Metric } from './metric.js';

export interface SparseOverlapOptions extends OverlapOptions {
  readonly numClasses: number;
  /** Whether labels are class numbers (default), or have one value per class along `axis`. */
  readonly sparseYTrue?: boolean;
  /** Whether predictions are class numbers (default), or have one value per class along `axis`. */
  readonly sparseYPred?: boolean;
}

export interface IoUOptions extends SparseOverlapOptions {
  /** The classes whose overlaps are averaged. */
  readonly targetClassIds: readonly number[];
}

/**
 * Intersection over union: of the samples that are, or are predicted to be, a class, how many are both: TP / (TP + FP + FN);
 * the mean over the target classes that occur. Keras' `IoU`.
 *
 * Counts are integers, as in Keras: weights lose their fraction, unless `dtype` is `'float32'`. Samples with a label or
 * prediction outside of the classes are left out.
 *
 * @param options.numClasses the number of classes
 * @param options.targetClassIds the classes to look at
 * @param options.ignoreClass a label whose samples are left out
 */
export function ioU(options: IoUOptions): Metric {
  return classOverlap('IoU', options, { targetClassIds: REQUIRED, sparseYTrue: true, sparseYPred: true });
}
