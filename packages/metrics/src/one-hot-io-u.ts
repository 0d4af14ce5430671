import { iouMetric, type OverlapOptions } from './iou-metric.js';
import type { Metric } from './metric.js';

export interface OneHotOverlapOptions extends OverlapOptions {
  readonly numClasses: number;
  /** Whether predictions are class numbers, or have one value per class along `axis` (default). */
  readonly sparseYPred?: boolean;
}

export interface OneHotIoUOptions extends OneHotOverlapOptions {
  /** The classes whose overlaps are averaged. */
  readonly targetClassIds: readonly number[];
}

/**
 * Intersection over union, TP / (TP + FP + FN), for one-hot labels: mean over the target classes that occur; see `ioU`.
 * Keras' `OneHotIoU`.
 *
 * @param options.numClasses the number of classes
 * @param options.targetClassIds the classes to look at
 * @param options.ignoreClass a label whose samples are left out
 */
export function oneHotIoU({
  numClasses,
  targetClassIds,
  ignoreClass = null,
  sparseYPred = false,
  axis = -1,
  dtype = 'int',
  name = 'oneHotIoU',
}: OneHotIoUOptions): Metric {
  const config = { numClasses, targetClassIds, ignoreClass, sparseYPred, axis, dtype };
  return iouMetric({ className: 'OneHotIoU', name, config, sparseYTrue: false, ...config });
}
