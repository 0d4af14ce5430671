import type { Tensor } from '@tensorflow/tfjs-core';
import { createMetric } from './create-metric.js';
import { divide } from './divide.js';
import type { NameOptions, ValuesMetric } from './metric.js';
import { float32Range } from './float32-range.js';
import { read } from './values.js';
import { addWeighted } from './weighted.js';

/**
 * The weighted mean of values: sum(w v) / sum(w), 0 where nothing was counted. Keras' `Mean`.
 *
 * `updateState(values, sampleWeight?)`; a row of the first axis is one sample and counts by the mean of its values.
 */
export function mean({ name = 'mean' }: NameOptions = {}): ValuesMetric {
  return createMetric({
    className: 'Mean',
    name,
    start: () => ({ total: 0, count: 0 }),
    update(state, values: Tensor, sampleWeight?: Tensor) {
      addWeighted(state, read(values), sampleWeight && read(sampleWeight), 'mean', name);
    },
    result: ({ total, count }) => divide(float32Range(total), count),
  });
}
