import { metricByName } from '#by-name';
import type { BatchShapes, MetricName } from './by-name.js';
import { functionMetric, type MetricFunction } from './function-metric.js';
import type { Metric, ValuesMetric } from './metric.js';

/** A metric, or what is made into one. */
export type MetricLike = MetricName | Metric<number | readonly number[]> | ValuesMetric | MetricFunction;

/**
 * The metric of that name, called so; the given metric itself; or the mean of a function's values, called like the function.
 *
 * @param metric a name such as `'sparseCategoricalAccuracy'`, a metric, or a function (yTrue, yPred) => values
 * @param place where it was given, such as `compile`, for the error
 * @param shapes of the first batch, if known: `'accuracy'`, `'acc'`, `'crossentropy'` and `'ce'` depend on them, see
 * `accuracyFor`
 * A function that asks for nothing is one that makes a metric, and none.
 *
 * @throws Error for an unknown name, with the nearest known one; and for that of a metric which needs options
 */
export function getMetric(metric: MetricLike, place: string, shapes?: BatchShapes): Metric<number | readonly number[]> {
  if (typeof metric === 'function' && metric.length > 0) return functionMetric(metric);
  if (typeof metric === 'object' && metric !== null) return metric as Metric<number | readonly number[]>;
  return metricByName(metric as MetricName, place, shapes);
}
