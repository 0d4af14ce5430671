import { formatShape, formatValue } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';

/** How many numbers one sample has: the product of all dimensions but the first. */
export function rowSize({ shape }: ArrayData): number {
  return shape.slice(1).reduce((product, n) => product * n, 1);
}

/**
 * Returns `array` if it is `{ data, shape }` and its numbers fill its shape.
 *
 * @param place where it was given, such as `oneHot`
 * @param minRank how many dimensions it must have
 * @throws Error that names the place and says what came
 */
export function expectArray<T extends TypedArray>(
  place: string,
  option: string,
  array: ArrayData<T>,
  minRank = 1,
): ArrayData<T> {
  const given: unknown = array;
  const { data, shape } = (given ?? {}) as Partial<ArrayData<T>>;
  if (!ArrayBuffer.isView(data) || data instanceof DataView || !Array.isArray(shape)) {
    throw new Error(
      `${place}: expected ${option} to be { data: TypedArray, shape: number[] }, received ${formatValue(given)}. ` +
        `Wrap plain numbers, e.g. { data: Float32Array.from(numbers), shape: [numbers.length] }.`,
    );
  }
  if (!shape.every((n) => Number.isSafeInteger(n) && n >= 0)) {
    throw new Error(
      `${place}: expected the shape of ${option} to be of non-negative integers, received ${formatShape(shape)}.`,
    );
  }
  const size = shape.reduce((product, n) => product * n, 1);
  if (size !== data.length) {
    throw new Error(
      `${place}: expected ${option} to have ${size} values for its shape ${formatShape(shape)}, received ${data.length}.`,
    );
  }
  if (shape.length < minRank) {
    const kind = minRank === 1 ? 'an array of samples' : `of rank ${minRank} or more`;
    throw new Error(`${place}: expected ${option} to be ${kind}, received shape ${formatShape(shape)}.`);
  }
  return array;
}
