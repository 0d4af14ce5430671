import type { SparseOverlapOptions } from './io-u.js';
import { iouMetric } from './iou-metric.js';
import type { Metric } from './metric.js';

/**
 * Intersection over union, TP / (TP + FP + FN), averaged over all classes that occur; see `ioU`. Keras' `MeanIoU`.
 *
 * @param options.numClasses the number of classes
 * @param options.ignoreClass a label whose samples are left out
 */
export function meanIoU({
  numClasses,
  ignoreClass = null,
  sparseYTrue = true,
  sparseYPred = true,
  axis = -1,
  dtype = 'int',
  name = 'meanIoU',
}: SparseOverlapOptions): Metric {
  const config = { numClasses, ignoreClass, sparseYTrue, sparseYPred, axis, dtype };
  const targetClassIds = Array.from({ length: numClasses }, (_, id) => id);
  return iouMetric({ className: 'MeanIoU', name, config, targetClassIds, ...config });
}
