import type { ArrayData, Data } from '@sixstep/model';
import { Tensor } from '@tensorflow/tfjs-core';
import type { SharedArray } from './messages.js';

type Kind = new (from: number | SharedArrayBuffer) => Float32Array;

/** The class of an array of numbers, also where it is a subclass such as Node's Buffer. */
const kindOf = (data: ArrayData['data']): Kind =>
  (globalThis as unknown as Record<string, Kind>)[data[Symbol.toStringTag]]!;

const isShared = ({ buffer }: ArrayData['data']): boolean =>
  Object.prototype.toString.call(buffer) === '[object SharedArrayBuffer]';

const product = (sizes: readonly number[]): number => sizes.reduce((size, n) => size * n, 1);

/** The first `samples` of `data` in shared memory: bytes stay bytes, and what is shared already is not copied. */
export function shareArray(data: Data, samples: number): SharedArray {
  const {
    data: values,
    shape,
    scale,
  }: ArrayData = data instanceof Tensor ? { data: data.dataSync(), shape: data.shape } : data;
  const sample = shape.slice(1);
  let used = values.subarray(0, samples * product(sample)) as Float32Array;
  if (!isShared(used)) {
    const Array = kindOf(used);
    const copy = new Array(new SharedArrayBuffer(used.byteLength));
    copy.set(used);
    used = copy;
  }
  return { data: used, shape: [samples, ...sample], ...(scale !== undefined && { scale }) };
}

/** The samples at `rows`, in memory of this thread's own. */
export function rowsOf({ data, shape, scale }: SharedArray, rows: Int32Array): ArrayData {
  const sample = shape.slice(1);
  const size = product(sample);
  const Array = kindOf(data);
  const values = new Array(rows.length * size);
  rows.forEach((row, i) => values.set(data.subarray(row * size, (row + 1) * size), i * size));
  return { data: values, shape: [rows.length, ...sample], ...(scale !== undefined && { scale }) };
}
