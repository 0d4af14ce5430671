import { formatShape, formatValue } from '@sixstep/parts';
import type { Arrays } from './array-data.js';
import { expectArray } from './expect-array.js';

/**
 * The number of samples of `arrays`.
 *
 * @throws Error if there is no array, one is malformed or empty, or they have different numbers of samples
 */
export function expectArrays(place: string, arrays: Arrays): number {
  const given: unknown = arrays;
  if (typeof given !== 'object' || given === null || 'data' in given || Object.keys(given).length === 0) {
    throw new Error(`${place}: expected arrays by name, received ${formatValue(given)}. Pass e.g. { x, y }.`);
  }
  const entries = Object.entries(arrays);
  for (const [name, array] of entries) expectArray(place, name, array);
  const [first, samples] = [entries[0]![0], entries[0]![1].shape[0]!];
  for (const [name, { shape }] of entries) {
    if (shape[0] !== samples) {
      throw new Error(
        `${place}: expected ${name} to have as many samples as ${first}, which has ${samples}, received shape ${formatShape(shape)}.`,
      );
    }
  }
  if (samples === 0) throw new Error(`${place}: expected at least one sample, received none.`);
  return samples;
}
