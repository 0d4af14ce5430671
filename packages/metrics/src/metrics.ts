import { ioU } from './io-u.js';
import { meanIoU } from './mean-io-u.js';
import { namedMetrics, type NamedMetrics } from './named-metrics.js';
import { oneHotIoU } from './one-hot-io-u.js';
import { oneHotMeanIoU } from './one-hot-mean-io-u.js';
import { precisionAtRecall } from './precision-at-recall.js';
import { recallAtPrecision } from './recall-at-precision.js';
import { sensitivityAtSpecificity } from './sensitivity-at-specificity.js';
import { specificityAtSensitivity } from './specificity-at-sensitivity.js';

/** What the table holds besides; the last is Keras' short name. */
export interface Metrics extends NamedMetrics {
  readonly sensitivityAtSpecificity: typeof sensitivityAtSpecificity;
  readonly specificityAtSensitivity: typeof specificityAtSensitivity;
  readonly precisionAtRecall: typeof precisionAtRecall;
  readonly recallAtPrecision: typeof recallAtPrecision;
  readonly ioU: typeof ioU;
  readonly meanIoU: typeof meanIoU;
  readonly oneHotIoU: typeof oneHotIoU;
  readonly oneHotMeanIoU: typeof oneHotMeanIoU;
  readonly iou: typeof ioU;
}

/** Every metric's factory by its name, those that need options too. */
export const metrics: Metrics = {
  ...namedMetrics,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
  precisionAtRecall,
  recallAtPrecision,
  ioU,
  meanIoU,
  oneHotIoU,
  oneHotMeanIoU,
  iou: ioU,
} as const;

export type MetricTableName = keyof Metrics;
