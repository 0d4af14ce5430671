import { formatShape, formatValue } from '@sixstep/parts';
import { safetensorsTypes, type SafetensorsData, type SafetensorsType } from './safetensors-types.js';

/** An array to be written. */
export interface ArrayToWrite {
  readonly data: SafetensorsData | Uint8ClampedArray;
  readonly shape: readonly number[];
  /** What the elements are. Default: what the array's kind says. */
  readonly dtype?: SafetensorsType;
}

const PLACE = 'writeSafetensors';

const kinds: readonly (readonly [new (length: number) => ArrayBufferView, SafetensorsType])[] = [
  [Float32Array, 'F32'],
  [Float64Array, 'F64'],
  [Int32Array, 'I32'],
  [Uint32Array, 'U32'],
  [Int16Array, 'I16'],
  [Uint16Array, 'U16'],
  [Int8Array, 'I8'],
  [Uint8Array, 'U8'],
  [Uint8ClampedArray, 'U8'],
  [BigInt64Array, 'I64'],
  [BigUint64Array, 'U64'],
];

/** By name as well: arrays of another realm are no instances of ours. */
const typeOf = (data: ArrayBufferView): SafetensorsType | undefined =>
  kinds.find(([kind]) => data instanceof kind || Object.prototype.toString.call(data) === `[object ${kind.name}]`)?.[1];

/**
 * A safetensors file of arrays by name. They are written with the widest elements first, so that every reader can view
 * them in place, and by name within a width: the same arrays give the same bytes.
 *
 * @param tensors arrays `{ data, shape }` by name
 * @param metadata texts to be kept with them
 * @throws Error that names the tensor, if its data and shape do not agree
 *
 * @example
 * const bytes = writeSafetensors({ w: { data: Float32Array.of(1, 2), shape: [2] } });
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, ArrayToWrite>> | ReadonlyMap<string, ArrayToWrite>,
  metadata?: Readonly<Record<string, string>>,
): Uint8Array {
  const given: [string, ArrayToWrite][] =
    tensors instanceof Map ? [...(tensors as Map<string, ArrayToWrite>)] : Object.entries(tensors);
  const items = given
    .map(([name, { data, shape, dtype = typeOf(data) }]) => {
      check(name, data, shape, dtype);
      return { name, data, shape, dtype: dtype! };
    })
    .sort((a, b) => safetensorsTypes[b.dtype].bytes - safetensorsTypes[a.dtype].bytes || (a.name < b.name ? -1 : 1));
  const header: Record<string, unknown> = metadata === undefined ? {} : { __metadata__: metadata };
  let end = 0;
  for (const { name, data, shape, dtype } of items) {
    header[name] = { dtype, shape, data_offsets: [end, (end += data.byteLength)] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.fill(0x20, 8, start);
  bytes.set(json, 8);
  let at = start;
  for (const { data } of items) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

function check(
  name: string,
  data: ArrayBufferView,
  shape: readonly number[],
  dtype: SafetensorsType | undefined,
): void {
  if (name === '__metadata__' || name === '__proto__') {
    throw new Error(`${PLACE}: expected a tensor's name, received '${name}', which is reserved. Choose another.`);
  }
  if (dtype === undefined || !Object.hasOwn(safetensorsTypes, dtype)) {
    throw new Error(`${PLACE}: expected '${name}' to be a typed array, received ${formatValue(dtype ?? data)}.`);
  }
  const bytes = shape.reduce((size, n) => size * n, safetensorsTypes[dtype].bytes);
  if (bytes !== data.byteLength) {
    throw new Error(
      `${PLACE}: expected ${bytes} bytes for '${name}' of type ${dtype} and shape ${formatShape(shape)}, received ${data.byteLength}.`,
    );
  }
}
