import { broadcast } from './broadcast.js';
import { sameRank } from './same-rank.js';
import { sizeOf, total, type Values } from './values.js';

/** The sum of weighted values, and how much they count, for a mean. */
export interface Weighted {
  total: number;
  count: number;
}

/**
 * Adds values to a running mean of samples: each sample, a row of the first axis, is the mean (or, for `'sum'`, the sum) of
 * its values. Weights of lower rank than the values weigh the mean (or sum) over the axes that they lack. A scalar is one
 * sample. Keras' `reduce_to_samplewise_values`.
 *
 * total += sum of w v, count += sum of w; where a sample has several values or weights, their mean stands for it.
 */
export function addWeighted(
  to: Weighted,
  values: Values,
  sampleWeight: Values | undefined,
  how: 'mean' | 'sum',
  place: string,
): void {
  if (sampleWeight === undefined) {
    const { data, shape } = values;
    to.total += total(data) / (how === 'mean' ? sizeOf(shape, 1) : 1);
    to.count += shape.length > 0 ? shape[0]! : 1;
    return;
  }
  const [v, w] = sameRank(values, sampleWeight);
  const rank = Math.min(v.shape.length, w.shape.length);
  const shape = v.shape.slice(0, rank);
  const inner = sizeOf(v.shape, rank);
  const weights = broadcast(w, shape, place, 'sampleWeight');
  let sum = 0;
  for (let i = 0, k = 0; i < weights.length; i++) {
    let value = 0;
    for (let j = 0; j < inner; j++) value += v.data[k++]!;
    sum += (how === 'mean' ? value / inner : value) * weights[i]!;
  }
  const each = how === 'mean' ? sizeOf(shape, 1) : 1;
  to.total += sum / each;
  to.count += total(weights) / each;
}
