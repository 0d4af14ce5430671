import type { Dataset, File, Group } from 'h5wasm';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { limitsOf, RATIO_FLOOR, type Limits } from '../limits.js';
import type { SafetensorsType, StoredTensor } from '../safetensors-types.js';
import { loadHdf5, temporaryName } from './load-hdf5.js';

/** Groups, arrays and attributes of an HDF5 file, by path. */
export interface Hdf5Reader {
  /** The names in the group `path`; undefined if there is no such group. */
  keys(path: string): readonly string[] | undefined;
  /** @throws FormatError if there is no such array, or it is none of numbers */
  array(path: string): StoredTensor;
  /** A text, or a list of texts; undefined if there is no such attribute. */
  attribute(path: string, name: string): string | readonly string[] | undefined;
}

const types: Readonly<Record<string, SafetensorsType>> = {
  f: 'F32',
  d: 'F64',
  e: 'F16',
  b: 'I8',
  B: 'U8',
  h: 'I16',
  H: 'U16',
  i: 'I32',
  I: 'U32',
  l: 'I32',
  q: 'I64',
  Q: 'U64',
};

/**
 * Opens an HDF5 file, hands it to `use` and closes it.
 *
 * @throws FormatError if it is no HDF5 file or a damaged one, or what `use` reads is not there, is a link out of the
 * file, or would take more than `limits` allow
 */
export async function readHdf5<T>(
  bytes: Uint8Array,
  place: string,
  limits: Limits,
  use: (file: Hdf5Reader) => T,
): Promise<T> {
  const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
  if (!signature.every((byte, i) => bytes[i] === byte)) {
    throw new FormatError(`${place}: expected an HDF5 file, received something else.`);
  }
  const { hdf5, files } = await loadHdf5();
  const name = temporaryName();
  files.writeFile(name, bytes);
  let file: File | undefined;
  try {
    file = new hdf5.File(name, 'r');
    if (file.file_id < 0n) throw new FormatError(`${place}: expected an HDF5 file, received a damaged one.`);
    return use(new Reader(hdf5, file, bytes.length, place, limits));
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(
      `${place}: cannot read the HDF5 file: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    file?.close();
    files.unlink(name);
  }
}

class Reader implements Hdf5Reader {
  readonly #hdf5: typeof import('h5wasm');
  readonly #file: File;
  readonly #size: number;
  readonly #place: string;
  readonly #limits: Required<Limits>;
  #total = 0;

  constructor(hdf5: typeof import('h5wasm'), file: File, size: number, place: string, limits: Limits) {
    this.#hdf5 = hdf5;
    this.#file = file;
    this.#size = size;
    this.#place = place;
    this.#limits = limitsOf(limits);
  }

  /** Goes down group by group, so that a link is met before it is followed. */
  #find(path: string): Group | Dataset | undefined {
    let found: Group | Dataset = this.#file;
    for (const part of path.split('/').filter(Boolean)) {
      if (!(found instanceof this.#hdf5.Group) || !found.keys().includes(part)) return undefined;
      const next: unknown = found.get(part);
      if (!(next instanceof this.#hdf5.Group) && !(next instanceof this.#hdf5.Dataset)) {
        throw new FormatError(`${this.#place}: expected '${path}' to be a group or an array, received a link.`);
      }
      found = next;
    }
    return found;
  }

  keys(path: string): readonly string[] | undefined {
    const group = this.#find(path);
    return group instanceof this.#hdf5.Group ? group.keys() : undefined;
  }

  array(path: string): StoredTensor {
    const found = this.#find(path);
    const fail = (expected: string, received: unknown): never => {
      throw new FormatError(`${this.#place}: expected '${path}' to be ${expected}, received ${formatValue(received)}.`);
    };
    if (!(found instanceof this.#hdf5.Dataset)) return fail('an array', found === undefined ? 'nothing' : 'a group');
    const { shape, size: elementSize, vlen } = found.metadata;
    const type = typeof found.dtype === 'string' ? found.dtype : 'compound';
    const dtype = types[type.replace(/^[<>|=]/, '')];
    if (dtype === undefined || vlen || type.startsWith('>')) return fail('an array of numbers', type);
    if (shape === null || !shape.every((n) => Number.isSafeInteger(n) && n >= 0))
      return fail('an array with a shape', shape);
    const bytes = shape.reduce((product, n) => product * n, elementSize);
    this.#total += bytes;
    if (this.#total > this.#limits.maxBytes || (bytes > RATIO_FLOOR && bytes > this.#limits.maxRatio * this.#size)) {
      return fail(`an array that fits the file of ${this.#size} bytes`, `${bytes} bytes`);
    }
    const value: unknown = found.value;
    const data =
      typeof value === 'number' ? numbers(dtype, value) : typeof value === 'bigint' ? BigInt64Array.of(value) : value;
    const length = shape.reduce((product, n) => product * n, 1);
    if (!ArrayBuffer.isView(data) || (data as Float32Array).length !== length)
      return fail(`an array of ${length} numbers`, type);
    return { dtype, shape, data: data as StoredTensor['data'] };
  }

  attribute(path: string, name: string): string | readonly string[] | undefined {
    const found = this.#find(path);
    if (found === undefined || !Object.keys(found.attrs).includes(name)) return undefined;
    const value: unknown = found.attrs[name]!.value;
    if (typeof value === 'string') return value;
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value as string[];
    if (ArrayBuffer.isView(value) && (value as Float32Array).length === 0) return [];
    throw new FormatError(
      `${this.#place}: expected the attribute ${name} of '${path || '/'}' to be text, received ${formatValue(value)}.`,
    );
  }
}

function numbers(dtype: SafetensorsType, value: number): StoredTensor['data'] {
  if (dtype === 'F32') return Float32Array.of(value);
  return dtype === 'F64' ? Float64Array.of(value) : Int32Array.of(value);
}
