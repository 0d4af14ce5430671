import type { TypedArray } from './array-data.js';

/** The arrays that hold the kinds of numbers of IDX files, by the third byte of the magic number. */
export const idxTypes: ReadonlyMap<number, IdxArray> = new Map<number, IdxArray>([
  [0x08, Uint8Array],
  [0x09, Int8Array],
  [0x0b, Int16Array],
  [0x0c, Int32Array],
  [0x0d, Float32Array],
  [0x0e, Float64Array],
]);

interface IdxArray {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}

/** Reverses the bytes of each number: IDX is big-endian, typed arrays are little-endian on all that runs WebAssembly. */
export function reverseBytes(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
