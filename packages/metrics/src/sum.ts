import type { Tensor } from '@tensorflow/tfjs-core';
import { createMetric } from './create-metric.js';
import type { NameOptions, ValuesMetric } from './metric.js';
import { float32Range } from './float32-range.js';
import { read } from './values.js';
import { addWeighted } from './weighted.js';

/** The weighted sum of values: sum(w v). `updateState(values, sampleWeight?)`. Keras' `Sum`. */
export function sum({ name = 'sum' }: NameOptions = {}): ValuesMetric {
  return createMetric({
    className: 'Sum',
    name,
    start: () => ({ total: 0 }),
    update(state, values: Tensor, sampleWeight?: Tensor) {
      const added = { total: 0, count: 0 };
      addWeighted(added, read(values), sampleWeight && read(sampleWeight), 'sum', name);
      state.total += added.total;
    },
    result: ({ total }) => float32Range(total),
  });
}
