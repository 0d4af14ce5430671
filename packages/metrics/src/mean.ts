import { defineMetric } from './define-metric.js';
import { meanOf } from './mean-of.js';
import type { NameOptions, ValuesMetric } from './metric.js';
import { read } from './values.js';
import { weigh } from './weigh.js';

/**
 * The weighted mean of values: sum(w v) / sum(w), 0 where nothing was counted. Keras' `Mean`.
 *
 * `updateState(values, sampleWeight?)`; a row of the first axis is one sample and counts by the mean of its values.
 */
export function mean(options: NameOptions = {}): ValuesMetric {
  return defineMetric('Mean', options, {}, () => ({
    ...meanOf(undefined, read),
    count: (place, values, sampleWeight) => weigh(read(values), sampleWeight, place),
  }));
}
