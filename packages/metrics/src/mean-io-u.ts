import { classOverlap } from './class-overlap.js';
import type { SparseOverlapOptions } from './io-u.js';
import type { Metric } from './metric.js';

/**
 * Intersection over union, TP / (TP + FP + FN), averaged over all classes that occur; see `ioU`. Keras' `MeanIoU`.
 *
 * @param options.numClasses the number of classes
 * @param options.ignoreClass a label whose samples are left out
 */
export function meanIoU(options: SparseOverlapOptions): Metric {
  return classOverlap('MeanIoU', options, { sparseYTrue: true, sparseYPred: true });
}
