import { expectNumber } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { expectArray } from './expect-array.js';

/**
 * `array` with its values counting as multiplied by `factor`, as a view: the numbers are multiplied when a batch is cut.
 *
 * @param factor such as 1 / 255 for images of bytes; multiplied to a scale that the array has already
 * @throws Error if it is not a finite number
 *
 * @example
 * const x = scaled({ data: new Uint8Array([0, 51, 255]), shape: [3] }, 1 / 255); // stands for 0, 0.2, 1
 */
export function scaled<T extends TypedArray>(array: ArrayData<T>, factor: number): ArrayData<T> {
  expectArray('scaled', 'array', array, 0);
  expectNumber('scaled', 'factor', factor, { hint: 'For images of bytes pass 1 / 255.' });
  return { ...array, scale: (array.scale ?? 1) * factor };
}
