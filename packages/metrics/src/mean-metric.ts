import type { Config } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createMetric } from './create-metric.js';
import { divide } from './divide.js';
import type { Metric } from './metric.js';
import { float32Range } from './float32-range.js';
import { read, type Values } from './values.js';
import { addWeighted } from './weighted.js';

/** What makes a metric that is a mean over samples. */
export interface MeanDefinition {
  readonly className: string;
  readonly name: string;
  readonly direction?: 'up' | 'down' | undefined;
  readonly config?: Config;
  /** The values of a batch, one or several for each sample (a row of the first axis). */
  readonly values: (yTrue: Tensor, yPred: Tensor) => Values;
  /** Changes the weights, where the metric leaves something out. */
  readonly weights?: ((sampleWeight: Values, yTrue: Tensor, yPred: Tensor) => Values) | undefined;
  /** What is said of the mean; itself by default. */
  readonly result?: (mean: number) => number;
}

/** A metric that is the weighted mean of a function of yTrue and yPred. Keras' `MeanMetricWrapper`. */
export function meanMetric({
  values,
  weights = (given) => given,
  result = (mean) => mean,
  ...parts
}: MeanDefinition): Metric {
  return createMetric({
    ...parts,
    start: () => ({ total: 0, count: 0 }),
    update(state, yTrue, yPred, sampleWeight) {
      const given = sampleWeight && weights(read(sampleWeight), yTrue, yPred);
      addWeighted(state, values(yTrue, yPred), given, 'mean', parts.name);
    },
    result: ({ total, count }) => result(divide(float32Range(total), count)),
  });
}
