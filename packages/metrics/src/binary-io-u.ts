import { defineMetric } from './define-metric.js';
import { DTYPE, iouOf, type OverlapOptions } from './iou-of.js';
import type { Metric } from './metric.js';
import { read } from './values.js';

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
export function binaryIoU(options: BinaryIoUOptions = {}): Metric {
  const defaults = { targetClassIds: [0, 1], threshold: 0.5, dtype: DTYPE } as const;
  return defineMetric('BinaryIoU', options, defaults, ({ threshold, ...config }, name) => {
    const limit = Math.fround(threshold);
    return iouOf(
      {
        ...config,
        numClasses: 2,
        classes: (yTrue, yPred) => [read(yTrue).data, Uint8Array.from(read(yPred).data, (p) => (p >= limit ? 1 : 0))],
      },
      name,
    );
  });
}
