import { defineMetric } from './define-metric.js';
import { float32Range } from './float32-range.js';
import type { NameOptions, ValuesMetric } from './metric.js';
import { read } from './values.js';
import { weigh } from './weigh.js';

/** The weighted sum of values: sum(w v). `updateState(values, sampleWeight?)`. Keras' `Sum`. */
export function sum(options: NameOptions = {}): ValuesMetric {
  return defineMetric('Sum', options, {}, () => ({
    direction: undefined,
    start: () => ({ total: 0 }),
    count: (place, values, sampleWeight) => ({ total: weigh(read(values), sampleWeight, place, 1).total }),
    result: ({ total }) => float32Range(total),
  }));
}
