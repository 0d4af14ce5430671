import { classOverlap, REQUIRED } from './class-overlap.js';
import type { OverlapOptions } from './iou-of.js';
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
export function oneHotIoU(options: OneHotIoUOptions): Metric {
  return classOverlap('OneHotIoU', options, { targetClassIds: REQUIRED, sparseYPred: false });
}
