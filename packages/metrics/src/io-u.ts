import { iouMetric, type OverlapOptions } from './iou-metric.js';
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
export function ioU({
  numClasses,
  targetClassIds,
  ignoreClass = null,
  sparseYTrue = true,
  sparseYPred = true,
  axis = -1,
  dtype = 'int',
  name = 'ioU',
}: IoUOptions): Metric {
  const config = { numClasses, targetClassIds, ignoreClass, sparseYTrue, sparseYPred, axis, dtype };
  return iouMetric({ className: 'IoU', name, config, ...config });
}
