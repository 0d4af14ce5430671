import type { Tensor } from '@tensorflow/tfjs-core';
import { type Numbers, sizeOf, type Values } from './values.js';
import { weightsOf } from './weights-of.js';

/** Values to be averaged. */
export interface Weighable extends Values {
  /** 0 for values that count nothing where samples are weighed. */
  readonly mask?: Numbers | undefined;
}

/**
 * The sum of w v and the sum of w, for a mean over samples: where a sample, a row of the first axis, has several values, their
 * mean stands for it. A scalar is one sample. Keras' `reduce_to_samplewise_values`.
 *
 * @param each how many values are one sample
 */
export function weigh(
  { data, shape, mask }: Weighable,
  sampleWeight: Tensor | undefined,
  place: string,
  each: number = sizeOf(shape.slice(1)),
): { total: number; count: number } {
  const weights = weightsOf(sampleWeight, shape, place);
  let [total, count] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]! * (mask?.[i] ?? 1);
    total += weight * data[i]!;
    count += weight;
  }
  return { total: total / each, count: count / each };
}
