import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import { tensorValues } from './tensor-values.js';

/** A function whose values, one or several for each sample, are averaged. A loss is one. */
export type MetricFunction = ((yTrue: Tensor, yPred: Tensor) => Tensor) & Partial<Described>;

const lowerFirst = (name: string): string => name.replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/**
 * The weighted mean of a function of yTrue and yPred; the metric is called like the function. Keras' `MeanMetricWrapper`.
 *
 * @param f (yTrue, yPred) => values
 * @param options.name the function's name by default
 */
export function functionMetric(f: MetricFunction, { name }: { readonly name?: string | undefined } = {}): Metric {
  return meanMetric({
    className: 'MeanMetricWrapper',
    name: name ?? (f.className === undefined ? f.name || 'metric' : lowerFirst(f.className)),
    config: { fn: f },
    values: (yTrue, yPred) => tensorValues(f, yTrue, yPred),
  });
}
