import { lookUp } from '@sixstep/parts';
import { accuracyFor, type ShapeDependentName } from './accuracy-for.js';
import { functionMetric, type MetricFunction } from './function-metric.js';
import type { Metric, ValuesMetric } from './metric.js';
import { type MetricTableName, metrics } from './metrics.js';

/** The name of a metric that needs no options. */
export type MetricName = MetricTableName | ShapeDependentName;
/** A metric, or what is made into one. */
export type MetricLike = MetricName | Metric<number | readonly number[]> | ValuesMetric | MetricFunction;

/**
 * The metric of that name, called so; the given metric itself; or the mean of a function's values, called like the function.
 *
 * @param metric a name such as `'sparseCategoricalAccuracy'`, a metric, or a function (yTrue, yPred) => values
 * @param place where it was given, such as `compile`, for the error
 * @param shapes of the first batch, if known: `'accuracy'`, `'acc'`, `'crossentropy'` and `'ce'` depend on them, see
 * `accuracyFor`
 * @throws Error for an unknown name, with the nearest known one
 */
export function getMetric(
  metric: MetricLike,
  place: string,
  shapes?: { readonly yTrue: readonly number[]; readonly yPred: readonly number[] },
): Metric<number | readonly number[]> {
  if (typeof metric === 'function') return functionMetric(metric);
  if (typeof metric === 'object' && metric !== null) return metric as Metric<number | readonly number[]>;
  if (shapes !== undefined && ['accuracy', 'acc', 'crossentropy', 'ce'].includes(metric)) {
    return accuracyFor(metric, shapes.yTrue, shapes.yPred);
  }
  if (['acc', 'crossentropy', 'ce'].includes(metric)) {
    throw new Error(`${place}: '${metric}' depends on the shapes of labels and predictions. Pass them, or a metric.`);
  }
  const factory: (options: { name: string }) => unknown = lookUp(metrics, metric, place, 'metric') as never;
  return factory({ name: metric }) as Metric<number | readonly number[]>;
}
