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

/** The names of metrics whose options have no defaults. */
const needsOptions = /^(oneHot)?(mean)?iou$|[a-z]At[PRS]/i;

/** The metric of that name, called so. */
export function metricByName(
  name: MetricName,
  place: string,
  shapes?: BatchShapes,
): Metric<number | readonly number[]> {
  const dependsOnShapes = ['accuracy', 'acc', 'crossentropy', 'ce'].includes(name);
  if (dependsOnShapes && shapes !== undefined) return accuracyFor(name, shapes.yTrue, shapes.yPred);
  const missing = needsOptions.test(name)
    ? `options: ${name}({ ... })`
    : dependsOnShapes && name !== 'accuracy' && 'the shapes of labels and predictions';
  if (missing) throw new Error(`${place}: the metric '${name}' needs ${missing}.`);
  const factory: (options: { name: string }) => unknown = lookUp(namedMetrics, name, place, 'metric') as never;
  return factory({ name }) as Metric<number | readonly number[]>;
}
