import type { Group } from 'h5wasm';
import { loadHdf5, temporaryName } from './load-hdf5.js';

/** An array as it shall stand in the file. */
export interface Hdf5Array {
  readonly data: Float32Array | Float64Array | Int32Array | BigInt64Array;
  readonly shape: readonly number[];
}

/** A group with its texts, arrays and groups. */
export interface Hdf5Group {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly arrays?: Readonly<Record<string, Hdf5Array>>;
  readonly groups?: Readonly<Record<string, Hdf5Group>>;
}

const typeOf = (data: Hdf5Array['data']): string =>
  data instanceof Float32Array ? '<f' : data instanceof Float64Array ? '<d' : data instanceof Int32Array ? '<i' : '<q';

/** An HDF5 file of groups. */
export async function writeHdf5(root: Hdf5Group): Promise<Uint8Array> {
  const { hdf5, files } = await loadHdf5();
  const name = temporaryName();
  const file = new hdf5.File(name, 'w');
  try {
    fill(file, root);
    file.flush();
    file.close();
    return files.readFile(name);
  } finally {
    files.unlink(name);
  }
}

function fill(group: Group, { attributes = {}, arrays = {}, groups = {} }: Hdf5Group): void {
  for (const [name, text] of Object.entries(attributes)) group.create_attribute(name, text);
  for (const [name, { data, shape }] of Object.entries(arrays)) {
    group.create_dataset({ name, data, shape: [...shape], dtype: typeOf(data) });
  }
  for (const [name, inner] of Object.entries(groups)) fill(group.create_group(name), inner);
}
