import { formatShape } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';

/** Numbers: a plain list, or an array of shape [samples] or [samples, 1]. */
export type Numbers = ArrayLike<number> | ArrayData;

/**
 * The numbers of `values`, one a sample.
 *
 * @throws Error if a sample has more than one, or there are not `count`
 */
export function expectNumbers(place: string, option: string, values: Numbers, count?: number): number[] {
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView));
  const {
    data,
    shape,
    scale = 1,
  } = isList
    ? { data: values as ArrayLike<number>, shape: [(values as ArrayLike<number>).length], scale: 1 }
    : expectArray(
        place,
        option,
        values as ArrayData,
        'of shape [samples] or [samples, 1]',
        ([, one = 1, more]) => one === 1 && more === undefined,
      );
  if (count !== undefined && data.length !== count) {
    throw new Error(`${place}: expected ${option} to have ${count} numbers, received shape ${formatShape(shape)}.`);
  }
  return Array.from(data as ArrayLike<number>, (value) => value * scale);
}
