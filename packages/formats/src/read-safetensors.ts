import { formatShape, formatValue } from '@sixstep/parts';
import { decodeText } from './decode-text.js';
import { FormatError } from './format-error.js';
import { isJsonObject, parseJson, type JsonValue } from './parse-json.js';
import {
  safetensorsTypes,
  type SafetensorsData,
  type SafetensorsType,
  type StoredTensor,
} from './safetensors-types.js';

/** What a safetensors file holds. */
export interface Safetensors {
  /** In the order of their bytes. */
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** The texts of `__metadata__`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** The header may not be longer, as in the reference implementation. */
const MAX_HEADER = 100_000_000;

const PLACE = 'readSafetensors';

interface Entry {
  readonly name: string;
  readonly dtype: SafetensorsType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a safetensors file. The tensors are views of `bytes`: nothing is copied (where a tensor does not stand at a
 * multiple of its element's size, each use of its `data` makes a copy of that tensor).
 *
 * An 8-byte length (little endian), a header in JSON that says for each tensor its type, shape and place, then the bytes,
 * one tensor after the other without gaps. Source: https://huggingface.co/docs/safetensors
 *
 * @throws FormatError that names the tensor, if the file is not exactly so
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  if (bytes.length < 8) throw new FormatError(`${PLACE}: expected at least 8 bytes, received ${bytes.length}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > BigInt(Math.min(MAX_HEADER, bytes.length - 8))) {
    const limit = bytes.length - 8 < MAX_HEADER ? `the ${bytes.length - 8} bytes that follow` : `${MAX_HEADER} bytes`;
    throw new FormatError(`${PLACE}: expected a header of at most ${limit}, received a length of ${length}.`);
  }
  const start = 8 + Number(length);
  const header = parseJson(decodeText(bytes.subarray(8, start), `${PLACE}: header`), `${PLACE}: header`);
  if (!isJsonObject(header))
    throw new FormatError(`${PLACE}: expected the header to be an object, received ${formatValue(header)}.`);

  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) if (name !== '__metadata__') entries.push(entry(name, value));
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  const size = bytes.length - start;
  let at = 0;
  for (const { name, begin, end } of entries) {
    if (begin < at)
      throw new FormatError(
        `${PLACE}: expected tensor '${name}' to begin at byte ${at}, received ${begin}: tensors overlap.`,
      );
    if (begin > at)
      throw new FormatError(
        `${PLACE}: expected tensor '${name}' to begin at byte ${at}, received ${begin}: there is a gap.`,
      );
    if (end > size)
      throw new FormatError(
        `${PLACE}: expected tensor '${name}' to end within ${size} bytes, received ${end}: the file is torn.`,
      );
    at = end;
  }
  if (at !== size) throw new FormatError(`${PLACE}: expected ${at} bytes after the header, received ${size}.`);
  const tensors = new Map(entries.map((item) => [item.name, new TensorView(item, bytes, start)]));
  return { tensors, metadata: metadataOf(header['__metadata__']) };
}

/** A tensor that lies in the bytes of a file. */
class TensorView implements StoredTensor {
  readonly dtype: SafetensorsType;
  readonly shape: readonly number[];
  readonly #bytes: Uint8Array;

  constructor({ dtype, shape, begin, end }: Entry, bytes: Uint8Array, start: number) {
    this.dtype = dtype;
    this.shape = shape;
    this.#bytes = bytes.subarray(start + begin, start + end);
  }

  get data(): SafetensorsData {
    const { bytes: size, array: ArrayType } = safetensorsTypes[this.dtype];
    const { buffer, byteOffset, byteLength } = this.#bytes;
    if (byteOffset % size === 0) return new ArrayType(buffer as ArrayBuffer, byteOffset, byteLength / size);
    return new ArrayType(this.#bytes.slice().buffer);
  }
}

function entry(name: string, value: JsonValue): Entry {
  const fail = (expected: string, received: unknown): never => {
    throw new FormatError(`${PLACE}: expected ${expected} of tensor '${name}', received ${formatValue(received)}.`);
  };
  if (!isJsonObject(value)) return fail('an object for the header', value);
  const { dtype, shape, data_offsets: offsets } = value;
  const strange = Object.keys(value).find((key) => !['dtype', 'shape', 'data_offsets'].includes(key));
  if (strange !== undefined) return fail('only dtype, shape and data_offsets', strange);
  if (typeof dtype !== 'string' || !Object.hasOwn(safetensorsTypes, dtype)) {
    return fail(`one of ${Object.keys(safetensorsTypes).join(', ')} as the dtype`, dtype);
  }
  if (!isSizes(shape)) return fail('a list of non-negative integers as the shape', shape);
  if (!isSizes(offsets) || offsets.length !== 2) return fail('two non-negative integers as data_offsets', offsets);
  const [begin, end] = offsets as [number, number];
  // Multiplied step by step: a product of sizes must not lose digits before it is compared.
  let size: number = safetensorsTypes[dtype as SafetensorsType].bytes;
  const ordered = shape.includes(0) ? [0] : shape;
  for (const n of ordered) {
    size *= n;
    if (!Number.isSafeInteger(size)) return fail('a shape of fewer than 2^53 bytes', shape);
  }
  if (end - begin !== size) {
    throw new FormatError(
      `${PLACE}: expected ${size} bytes for tensor '${name}' of type ${dtype} and shape ${formatShape(shape)}, ` +
        `received data_offsets ${formatShape(offsets)}.`,
    );
  }
  return { name, dtype: dtype as SafetensorsType, shape, begin, end };
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && (n as number) >= 0 && !Object.is(n, -0));

function metadataOf(value: JsonValue | undefined): Record<string, string> {
  if (value === undefined) return {};
  if (!isJsonObject(value) || !Object.values(value).every((text) => typeof text === 'string')) {
    throw new FormatError(`${PLACE}: expected __metadata__ to be an object of texts, received ${formatValue(value)}.`);
  }
  return value as Record<string, string>;
}
