import { formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';
import { idxTypes } from './idx-types.js';

const codes = new Map([
  ['Uint8Array', 0x08],
  ['Uint8ClampedArray', 0x08],
  ['Int8Array', 0x09],
  ['Int16Array', 0x0b],
  ['Int32Array', 0x0c],
  ['Float32Array', 0x0d],
  ['Float64Array', 0x0e],
]);

/**
 * `array` as an IDX file, which `parseIdx` reads again. A `scale` is not written: the format has no place for it.
 *
 * @throws Error if IDX has no such numbers (Uint16Array and Uint32Array), or more than 255 dimensions are given
 */
export function toIdx(array: ArrayData): Uint8Array<ArrayBuffer> {
  const { data, shape } = expectArray('toIdx', 'array', array, 0);
  const code = codes.get(data[Symbol.toStringTag]);
  if (code === undefined) {
    const kinds = [...codes.keys()].join(', ');
    throw new Error(`toIdx: expected data to be one of ${kinds}, received ${formatValue(data[Symbol.toStringTag])}.`);
  }
  if (shape.length > 255) throw new Error(`toIdx: expected at most 255 dimensions, received ${shape.length}.`);
  const type = idxTypes.get(code)!;
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + data.length * type.bytes);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, code, shape.length]);
  shape.forEach((n, i) => view.setUint32(4 + 4 * i, n));
  for (let i = 0; i < data.length; i++) type.write(view, start + i * type.bytes, data[i]!);
  return bytes;
}
