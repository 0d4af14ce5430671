import type { Tensor } from '@tensorflow/tfjs-core';
import type { Additive } from './define-metric.js';
import { divide } from './divide.js';
import { float32Range } from './float32-range.js';
import { weigh, type Weighable } from './weigh.js';

/**
 * What makes the weighted mean over samples of a function of yTrue and yPred. Keras' `MeanMetricWrapper`.
 *
 * @param values the values of a batch, one or several for each sample (a row of the first axis)
 * @param result what is said of the mean; itself by default
 */
export const meanOf = (
  direction: 'up' | 'down' | undefined,
  values: (yTrue: Tensor, yPred: Tensor, place: string) => Weighable,
  result: (mean: number) => number = (mean) => mean,
): Additive<{ total: number; count: number }, number> => ({
  direction,
  start: () => ({ total: 0, count: 0 }),
  count: (place, yTrue, yPred, sampleWeight) => weigh(values(yTrue, yPred, place), sampleWeight, place),
  result: ({ total, count }) => result(divide(float32Range(total), count)),
});
