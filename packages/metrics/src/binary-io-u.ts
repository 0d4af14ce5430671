import { expectNumber } from '@sixstep/parts';
import { iouMetric, type OverlapOptions } from './iou-metric.js';
import type { Metric } from './metric.js';

export interface BinaryIoUOptions extends Pick<OverlapOptions, 'name' | 'dtype'> {
  /** Which of the classes 0 and 1 are averaged. */
  readonly targetClassIds?: readonly number[];
  readonly threshold?: number;
}

/**
 * Intersection over union, TP / (TP + FP + FN), for labels 0 and 1: a prediction of at least `threshold` is class 1; see
 * `ioU`. Keras' `BinaryIoU`.
 *
 * @param options.targetClassIds [0, 1] by default
 * @param options.threshold 0.5 by default
 */
export function binaryIoU({
  targetClassIds = [0, 1],
  threshold = 0.5,
  dtype = 'int',
  name = 'binaryIoU',
}: BinaryIoUOptions = {}): Metric {
  expectNumber(name, 'threshold', threshold);
  const config = { targetClassIds, threshold, dtype };
  const fixed = { numClasses: 2, ignoreClass: null, axis: -1, sparseYTrue: true, sparseYPred: true };
  return iouMetric({ className: 'BinaryIoU', name, config, ...fixed, ...config });
}
