import { expectInteger } from '@sixstep/parts';
import type { ArrayData, Arrays, TypedArray } from './array-data.js';
import { expectArrays } from './expect-arrays.js';
import { RandomState } from './random-state.js';
import { sliceRows } from './slice-rows.js';
import { takeRows } from './take-rows.js';

export interface BatchesOptions {
  /** Samples a batch, by default 32. */
  readonly batchSize?: number;
  /** Whether the samples come in random order; by default they come as they are. */
  readonly shuffle?: boolean;
  /** An integer from 0 to 2^32 - 1 or a generator to draw from; without one every call is different. */
  readonly seed?: number | RandomState;
  /** Whether a last batch of fewer samples is left out. */
  readonly dropRemainder?: boolean;
}

/** One batch: what an array had as numbers, or float32 if it has a `scale`. */
export type Batch<T extends Arrays> = {
  readonly [K in keyof T]: T[K] extends ArrayData<infer D extends TypedArray> ? ArrayData<D | Float32Array> : never;
};

function multiplied({ data, shape, scale }: ArrayData): ArrayData {
  if (scale === undefined) return { data, shape };
  const values = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) values[i] = data[i]! * scale;
  return { data: values, shape };
}

function* cut<T extends Arrays>(
  arrays: T,
  batchSize: number,
  samples: number,
  order?: Int32Array,
): Generator<Batch<T>> {
  const entries = Object.entries(arrays);
  for (let begin = 0; begin < samples; begin += batchSize) {
    const end = Math.min(begin + batchSize, samples);
    const take = (array: ArrayData): ArrayData =>
      order ? takeRows(array, order.subarray(begin, end)) : sliceRows(array, begin, end);
    yield Object.fromEntries(entries.map(([name, array]) => [name, multiplied(take(array))])) as Batch<T>;
  }
}

/**
 * The samples of `arrays` in batches, one after the other. Nothing but the batch itself is ever copied, and without
 * shuffling and `scale` not even that: then a batch is a view.
 *
 * An array with `scale` gives batches of float32 with the values multiplied by it.
 *
 * @param arrays by name, with the same number of samples, such as `{ x, y }`
 * @throws Error if the arrays differ in length, or `batchSize` is not a positive integer
 *
 * @example
 * for (const { x, y } of batches(train, { batchSize: 32, shuffle: true, seed: 1 })) step(x, y);
 */
export function batches<T extends Arrays>(
  arrays: T,
  { batchSize = 32, shuffle = false, seed, dropRemainder = false }: BatchesOptions = {},
): Generator<Batch<T>, void, unknown> {
  const samples = expectArrays('batches', arrays);
  expectInteger('batches', 'batchSize', batchSize, {
    hint: 'Pass how many samples a batch has, e.g. { batchSize: 32 }.',
  });
  const used = dropRemainder ? samples - (samples % batchSize) : samples;
  if (!shuffle) return cut(arrays, batchSize, used);
  const random = seed instanceof RandomState ? seed : new RandomState(seed);
  return cut(arrays, batchSize, used, random.permutation(samples));
}
