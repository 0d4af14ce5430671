import { formatValue } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { expectArray, rowSize } from './expect-array.js';

/** What can be put into random order. */
export type Shuffled = unknown[] | TypedArray | ArrayData;

function swapRows(data: TypedArray, size: number, a: number, b: number): void {
  for (let i = a * size, j = b * size; i < (a + 1) * size; i++, j++) [data[i], data[j]] = [data[j]!, data[i]!];
}

/**
 * Puts the samples of `x` into random order, in place: for i from the last to 1, swap i with j in [0, i].
 *
 * Source: Durstenfeld, "Algorithm 235: Random permutation", 1964, as in NumPy.
 *
 * @param interval gives an integer in [0, max]
 * @throws Error if `x` is no list, no typed array and no `{ data, shape }`
 */
export function shuffleRows(x: Shuffled, interval: (max: number) => number): void {
  if (Array.isArray(x)) {
    for (let i = x.length - 1; i > 0; i--) {
      const j = interval(i);
      [x[i], x[j]] = [x[j], x[i]];
    }
    return;
  }
  if (typeof x !== 'object' || x === null) {
    throw new Error(`shuffle: expected a list, a typed array or { data, shape }, received ${formatValue(x)}.`);
  }
  const array: ArrayData = ArrayBuffer.isView(x) ? { data: x, shape: [x.length] } : expectArray('shuffle', 'x', x);
  const size = rowSize(array);
  for (let i = array.shape[0]! - 1; i > 0; i--) swapRows(array.data, size, i, interval(i));
}
