import { lookUp } from '@sixstep/parts';
import { accuracyFor, type ShapeDependentName } from './accuracy-for.js';
import { functionMetric, type MetricFunction } from './function-metric.js';
import type { Metric, ValuesMetric } from './metric.js';
import { namedMetrics, type NamedMetrics } from './named-metrics.js';

/** The name of a metric that needs no options. */
export type MetricName = keyof NamedMetrics | ShapeDependentName;
/** A metric, or what is made into one. */
export type MetricLike = MetricName | Metric<number | readonly number[]> | ValuesMetric | MetricFunction;

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

/**
 * The metric of that name, called so; the given metric itself; or the mean of a function's values, called like the function.
 *
 * @param metric a name such as `'sparseCategoricalAccuracy'`, a metric, or a function (yTrue, yPred) => values
 * @param place where it was given, such as `compile`, for the error
 * @param shapes of the first batch, if known: `'accuracy'`, `'acc'`, `'crossentropy'` and `'ce'` depend on them, see
 * `accuracyFor`
 * @throws Error for an unknown name, with the nearest known one; and for that of a metric which needs options
 */
export function getMetric(
  metric: MetricLike,
  place: string,
  shapes?: { readonly yTrue: readonly number[]; readonly yPred: readonly number[] },
): Metric<number | readonly number[]> {
  if (typeof metric === 'function') {
    if ((Object.values(namedMetrics) as unknown[]).includes(metric)) {
      throw new Error(`${place}: expected a metric, received the function that makes it. Call it: ${metric.name}().`);
    }
    return functionMetric(metric);
  }
  if (typeof metric === 'object' && metric !== null) return metric as Metric<number | readonly number[]>;
  if (['accuracy', 'acc', 'crossentropy', 'ce'].includes(metric)) {
    if (shapes !== undefined) return accuracyFor(metric, shapes.yTrue, shapes.yPred);
    if (metric !== 'accuracy') {
      throw new Error(`${place}: '${metric}' depends on the shapes of labels and predictions. Pass them, or a metric.`);
    }
  }
  if (needOptions.includes(metric)) {
    throw new Error(`${place}: the metric '${metric}' needs options. Pass it with them: ${metric}({ ... }).`);
  }
  const factory: (options: { name: string }) => unknown = lookUp(namedMetrics, metric, place, 'metric') as never;
  return factory({ name: metric }) as Metric<number | readonly number[]>;
}
