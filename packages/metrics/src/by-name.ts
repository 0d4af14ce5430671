import { lookUp } from '@sixstep/parts';
import { accuracyFor, type ShapeDependentName } from './accuracy-for.js';
import type { Metric } from './metric.js';
import { namedMetrics, type NamedMetrics } from './named-metrics.js';

/** The name of a metric that needs no options. */
export type MetricName = keyof NamedMetrics | ShapeDependentName;

/** The shapes of a batch. */
export interface BatchShapes {
  readonly yTrue: readonly number[];
  readonly yPred: readonly number[];
}

/** Metrics whose options have no defaults. */
const needOptions: readonly string[] = [
  'ioU',
  'iou',
  'meanIoU',
  'oneHotIoU',
  'oneHotMeanIoU',
  'precisionAtRecall',
  'recallAtPrecision',
  'sensitivityAtSpecificity',
  'specificityAtSensitivity',
];

/** The metric of that name, called so. */
export function metricByName(
  name: MetricName,
  place: string,
  shapes?: BatchShapes,
): Metric<number | readonly number[]> {
  if (['accuracy', 'acc', 'crossentropy', 'ce'].includes(name)) {
    if (shapes !== undefined) return accuracyFor(name, shapes.yTrue, shapes.yPred);
    if (name !== 'accuracy') {
      throw new Error(`${place}: '${name}' depends on the shapes of labels and predictions. Pass them, or a metric.`);
    }
  }
  if (needOptions.includes(name)) {
    throw new Error(`${place}: the metric '${name}' needs options. Pass it with them: ${name}({ ... }).`);
  }
  const factory: (options: { name: string }) => unknown = lookUp(namedMetrics, name, place, 'metric') as never;
  return factory({ name }) as Metric<number | readonly number[]>;
}

/** Whether it is one of our functions that make a metric, and no metric. */
export function isMetricFactory(value: unknown): boolean {
  return (Object.values(namedMetrics) as unknown[]).includes(value);
}
