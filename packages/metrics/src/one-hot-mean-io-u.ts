import { iouMetric } from './iou-metric.js';
import type { Metric } from './metric.js';
import type { OneHotOverlapOptions } from './one-hot-io-u.js';

/**
 * Intersection over union, TP / (TP + FP + FN), for one-hot labels, averaged over all classes that occur; see `ioU`. Keras'
 * `OneHotMeanIoU`.
 *
 * @param options.numClasses the number of classes
 * @param options.ignoreClass a label whose samples are left out
 */
export function oneHotMeanIoU({
  numClasses,
  ignoreClass = null,
  sparseYPred = false,
  axis = -1,
  dtype = 'int',
  name = 'oneHotMeanIoU',
}: OneHotOverlapOptions): Metric {
  const config = { numClasses, ignoreClass, sparseYPred, axis, dtype };
  const targetClassIds = Array.from({ length: numClasses }, (_, id) => id);
  return iouMetric({ className: 'OneHotMeanIoU', name, config, targetClassIds, sparseYTrue: false, ...config });
}
