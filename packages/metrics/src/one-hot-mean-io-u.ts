import { classOverlap } from './class-overlap.js';
import type { Metric } from './metric.js';
import type { OneHotOverlapOptions } from './one-hot-io-u.js';

/**
 * Intersection over union, TP / (TP + FP + FN), for one-hot labels, averaged over all classes that occur; see `ioU`. Keras'
 * `OneHotMeanIoU`.
 *
 * @param options.numClasses the number of classes
 * @param options.ignoreClass a label whose samples are left out
 */
export function oneHotMeanIoU(options: OneHotOverlapOptions): Metric {
  return classOverlap('OneHotMeanIoU', options, { sparseYPred: false });
}
