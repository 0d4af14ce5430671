import { expectInteger } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { expectArray, rowSize } from './expect-array.js';

/**
 * The samples `begin` to `end - 1` of `array`, as a view: the numbers are not copied.
 *
 * @param begin an integer from 0 to the number of samples
 * @param end an integer from `begin` to the number of samples, by default that number
 * @throws Error if either is out of range
 */
export function sliceRows<T extends TypedArray>(array: ArrayData<T>, begin: number, end?: number): ArrayData<T> {
  const place = 'sliceRows';
  const samples = expectArray(place, 'array', array).shape[0]!;
  expectInteger(place, 'begin', begin, { min: 0, max: samples });
  const stop = expectInteger(place, 'end', end ?? samples, { min: begin, max: samples });
  const size = rowSize(array);
  const data = array.data.subarray(begin * size, stop * size) as T;
  return { ...array, data, shape: [stop - begin, ...array.shape.slice(1)] };
}
