import { formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';
import { idxTypes, reverseBytes } from './idx-types.js';

/**
 * `array` as an IDX file, which `parseIdx` reads again. A `scale` is not written: the format has no place for it.
 *
 * @throws Error if IDX has no such numbers (Uint16Array and Uint32Array), or more than 255 dimensions are given
 */
export function toIdx(array: ArrayData): Uint8Array<ArrayBuffer> {
  const { data, shape } = expectArray('toIdx', 'array', array, 0);
  const kind = data[Symbol.toStringTag].replace('Clamped', '');
  const code = [...idxTypes].find(([, { name }]) => name === kind)?.[0];
  if (code === undefined) {
    const kinds = Array.from(idxTypes.values(), ({ name }) => name).join(', ');
    throw new Error(`toIdx: expected data to be one of ${kinds}, received ${formatValue(data[Symbol.toStringTag])}.`);
  }
  if (shape.length > 255) throw new Error(`toIdx: expected at most 255 dimensions, received ${shape.length}.`);
  const numbers = new Uint8Array(data.slice().buffer);
  reverseBytes(numbers, data.BYTES_PER_ELEMENT);
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + numbers.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, code, shape.length]);
  shape.forEach((n, i) => view.setUint32(4 + 4 * i, n));
  bytes.set(numbers, start);
  return bytes;
}
