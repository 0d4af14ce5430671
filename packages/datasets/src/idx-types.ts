import type { TypedArray } from './array-data.js';

/** A kind of number in an IDX file: how many bytes it has, and how it is read and written. */
export interface IdxType {
  readonly name: string;
  readonly bytes: number;
  readonly make: (length: number) => TypedArray;
  readonly read: (view: DataView, at: number) => number;
  readonly write: (view: DataView, at: number, value: number) => void;
}

/** The kinds of numbers by the third byte of the magic number. All are big-endian. */
export const idxTypes: ReadonlyMap<number, IdxType> = new Map<number, IdxType>([
  [
    0x08,
    {
      name: 'unsigned byte',
      bytes: 1,
      make: (length) => new Uint8Array(length),
      read: (view, at) => view.getUint8(at),
      write: (view, at, value) => view.setUint8(at, value),
    },
  ],
  [
    0x09,
    {
      name: 'signed byte',
      bytes: 1,
      make: (length) => new Int8Array(length),
      read: (view, at) => view.getInt8(at),
      write: (view, at, value) => view.setInt8(at, value),
    },
  ],
  [
    0x0b,
    {
      name: 'short',
      bytes: 2,
      make: (length) => new Int16Array(length),
      read: (view, at) => view.getInt16(at),
      write: (view, at, value) => view.setInt16(at, value),
    },
  ],
  [
    0x0c,
    {
      name: 'int',
      bytes: 4,
      make: (length) => new Int32Array(length),
      read: (view, at) => view.getInt32(at),
      write: (view, at, value) => view.setInt32(at, value),
    },
  ],
  [
    0x0d,
    {
      name: 'float',
      bytes: 4,
      make: (length) => new Float32Array(length),
      read: (view, at) => view.getFloat32(at),
      write: (view, at, value) => view.setFloat32(at, value),
    },
  ],
  [
    0x0e,
    {
      name: 'double',
      bytes: 8,
      make: (length) => new Float64Array(length),
      read: (view, at) => view.getFloat64(at),
      write: (view, at, value) => view.setFloat64(at, value),
    },
  ],
]);
