import { expectInteger } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { expectArray, rowSize } from './expect-array.js';

/**
 * A copy of the samples of `array` at `indices`, in their order. NumPy's `array[indices]`.
 *
 * @param indices integers from 0 to the number of samples - 1, repeats allowed
 * @throws Error if one is out of range
 */
export function takeRows<T extends TypedArray>(array: ArrayData<T>, indices: ArrayLike<number>): ArrayData<T> {
  const samples = expectArray('takeRows', 'array', array).shape[0]!;
  const size = rowSize(array);
  const data = new (array.data.constructor as new (length: number) => T)(indices.length * size);
  for (let i = 0; i < indices.length; i++) {
    const row = expectInteger('takeRows', `indices[${i}]`, indices[i], { min: 0, max: samples - 1 });
    if (size === 1) data[i] = array.data[row]!;
    else data.set(array.data.subarray(row * size, (row + 1) * size), i * size);
  }
  return { ...array, data, shape: [indices.length, ...array.shape.slice(1)] };
}
