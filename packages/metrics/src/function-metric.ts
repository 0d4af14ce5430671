import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { camelCase } from './camel-case.js';
import { defineMetric } from './define-metric.js';
import { meanOf } from './mean-of.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

/** A function whose values, one or several for each sample, are averaged. A loss is one. */
export type MetricFunction = ((yTrue: Tensor, yPred: Tensor) => Tensor) & Partial<Described>;

/**
 * The weighted mean of a function of yTrue and yPred; the metric is called like the function. Keras' `MeanMetricWrapper`.
 *
 * @param f (yTrue, yPred) => values
 * @param options.name the function's name by default
 */
export function functionMetric(f: MetricFunction, options: NameOptions = {}): Metric {
  const { name = camelCase(f.className ?? f.name) || 'metric' } = options;
  return defineMetric('MeanMetricWrapper', { name, fn: f }, { fn: f }, () =>
    meanOf(undefined, (yTrue, yPred) => read(f(yTrue, yPred))),
  );
}
