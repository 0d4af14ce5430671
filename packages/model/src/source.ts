import { formatShape } from '@sixstep/parts';
import { cast, gather, slice, Tensor, tensor, tensor1d } from '@tensorflow/tfjs-core';
import type { ArrayData, Data } from './data.js';

/** Samples from which batches are cut. */
export interface Source {
  readonly length: number;
  /** The shape of a batch, its size left open. */
  readonly batchShape: readonly (number | null)[];
  /** The samples `order[from]` to `order[to - 1]`, or without an order those at `from` to `to - 1`. */
  cut(from: number, to: number, order: Int32Array | undefined): Tensor;
  /** The samples at `from` to `to - 1`, as a source. */
  part(from: number, to: number): Source;
}

const isInteger = (data: ArrayData['data']): boolean =>
  !(data instanceof Float32Array || String(data.constructor.name) === 'Float64Array');

function fromTensor(data: Tensor, asFloat: boolean, from = 0, to = data.shape[0]!): Source {
  const [, ...sample] = data.shape;
  const float = (x: Tensor): Tensor => (asFloat && x.dtype !== 'float32' ? cast(x, 'float32') : x);
  return {
    length: to - from,
    batchShape: [null, ...sample],
    cut: (start, end, order) =>
      float(
        order === undefined
          ? slice(data, [from + start, ...sample.map(() => 0)], [end - start, ...sample])
          : gather(
              data,
              tensor1d(
                order.slice(start, end).map((row) => row + from),
                'int32',
              ),
            ),
      ),
    part: (start, end) => fromTensor(data, asFloat, from + start, from + end),
  };
}

/** Copies `count` numbers of `data` from `start` into `values` at `at`, multiplied by `scale`. */
type Copy = (values: Float32Array | Int32Array, at: number, start: number, count: number) => void;

function copier(data: ArrayData['data'], scale: number | undefined): Copy {
  if (scale === undefined) return (values, at, start, count) => values.set(data.subarray(start, start + count), at);
  if (data instanceof Uint8Array) {
    // A look-up is faster than to convert and to multiply.
    const scaled = Float32Array.from({ length: 256 }, (_, byte) => byte * scale);
    return (values, at, start, count) => {
      for (let i = 0; i < count; i++) values[at + i] = scaled[data[start + i]!]!;
    };
  }
  return (values, at, start, count) => {
    for (let i = 0; i < count; i++) values[at + i] = data[start + i]! * scale;
  };
}

function fromArray({ data, shape, scale }: ArrayData, asFloat: boolean): Source {
  const [length = 0, ...sample] = shape;
  const size = sample.reduce((product, n) => product * n, 1);
  const float = asFloat || scale !== undefined || !isInteger(data);
  const copy = copier(data, scale);
  return {
    length,
    batchShape: [null, ...sample],
    cut: (from, to, order) => {
      const count = (to - from) * size;
      const values = float ? new Float32Array(count) : new Int32Array(count);
      if (order === undefined) copy(values, 0, from * size, count);
      else for (let i = from; i < to; i++) copy(values, (i - from) * size, order[i]! * size, size);
      return tensor(values, [to - from, ...sample], float ? 'float32' : 'int32');
    },
    part: (from, to) =>
      fromArray(
        {
          data: data.subarray(from * size, to * size),
          shape: [to - from, ...sample],
          ...(scale !== undefined && { scale }),
        },
        asFloat,
      ),
  };
}

/**
 * A source of batches of `data`, which is not copied.
 *
 * @param place what the data are, such as `fit: x`
 * @param asFloat whether integers become float32 too
 * @throws Error that names the place, if there is no sample or the numbers do not fill the shape
 */
export function source(data: Data, place: string, asFloat: boolean): Source {
  if (data instanceof Tensor) {
    if (data.isDisposed) throw new Error(`${place}: expected a tensor with values, received a disposed one.`);
    if (data.rank === 0) throw new Error(`${place}: expected a batch of samples, received a scalar.`);
  } else {
    if (!ArrayBuffer.isView(data?.data) || !Array.isArray(data.shape)) {
      throw new Error(
        `${place}: expected a Tensor or { data: TypedArray, shape: number[] }, received ${describe(data)}. ${HINT}`,
      );
    }
    const size = data.shape.reduce((product, n) => product * n, 1);
    if (size !== data.data.length) {
      throw new Error(
        `${place}: expected ${size} values for shape ${formatShape(data.shape)}, received ${data.data.length}.`,
      );
    }
  }
  if (data.shape[0] === 0 || data.shape.length === 0) {
    throw new Error(`${place}: expected at least one sample, received shape ${formatShape(data.shape)}.`);
  }
  return data instanceof Tensor ? fromTensor(data, asFloat) : fromArray(data, asFloat);
}

const HINT = 'E.g. { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] }, or tensor2d([[1, 2], [3, 4]]).';

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name} without a shape`;
  if (typeof value === 'object' && !Array.isArray(value))
    return `an object with ${Object.keys(value).join(', ') || 'nothing'}`;
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
