import { formatShape, formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { idxTypes, reverseBytes } from './idx-types.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** What bytes that are no IDX seem to be. */
function guess(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'This is gzip: decompress it first.';
  if (bytes[0] === 0x3c) return 'This looks like HTML.';
  return 'Pass a whole, decompressed IDX file.';
}

/**
 * The array in an IDX file, the format of MNIST: two zero bytes, one for the kind of number, one for the rank, then the
 * dimensions, then the numbers, all big-endian. Every kind and every rank; strict about all else. Numbers of one byte are not copied.
 *
 * Source: LeCun, Cortes, Burges, "The MNIST database", section "The IDX file format".
 *
 * @param file the whole file, decompressed
 * @throws Error if the magic number or the kind is unknown, the file ends early, or bytes are left over
 *
 * @example
 * parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 7, 9)); // { data: Uint8Array [7, 9], shape: [2] }
 */
export function parseIdx(file: Uint8Array | ArrayBuffer): ArrayData {
  const place = 'parseIdx';
  if (!(ArrayBuffer.isView(file) || Object.prototype.toString.call(file) === '[object ArrayBuffer]')) {
    throw new Error(`${place}: expected the bytes of an IDX file, received ${formatValue(file)}. Pass a Uint8Array.`);
  }
  const bytes = ArrayBuffer.isView(file)
    ? new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
    : new Uint8Array(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const Numbers = idxTypes.get(bytes[2] ?? -1);
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || Numbers === undefined) {
    const magic = bytes.length === 0 ? 'no bytes' : hex(bytes.subarray(0, 4));
    throw new Error(
      `${place}: expected a magic number 00 00 with 08, 09, 0b, 0c, 0d or 0e and the rank, received ${magic}. ${guess(bytes)}`,
    );
  }
  const rank = bytes[3]!;
  const start = 4 + 4 * rank;
  if (bytes.length < start) {
    throw new Error(
      `${place}: expected a header of ${start} bytes for rank ${rank}, received ${bytes.length} bytes. The file is cut off.`,
    );
  }
  const shape = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const length = shape.reduce((product, n) => product * n, 1);
  const size = Numbers.BYTES_PER_ELEMENT;
  const expected = start + length * size;
  if (bytes.length !== expected) {
    throw new Error(
      `${place}: expected ${expected} bytes for ${Numbers.name} ${formatShape(shape)}, received ${bytes.length}. ` +
        (bytes.length < expected ? 'The file is cut off.' : `${bytes.length - expected} bytes are left over.`),
    );
  }
  if (size === 1) return { data: new Numbers(bytes.buffer, bytes.byteOffset + start, length), shape };
  const numbers = bytes.slice(start);
  reverseBytes(numbers, size);
  return { data: new Numbers(numbers.buffer), shape };
}
