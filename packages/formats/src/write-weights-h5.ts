import type { AnyLayer } from '@sixstep/layers';
import type { Variable } from '@tensorflow/tfjs-core';
import { writeHdf5, type Hdf5Array, type Hdf5Group } from './hdf5/write-hdf5.js';
import { weightGroups, type WeightGroup } from './weight-groups.js';

const arrayOf = (variable: Variable): Hdf5Array => ({
  data: variable.dataSync() as Float32Array | Int32Array,
  shape: variable.shape,
});

/** Arrays numbered, with a name, as Keras keeps what belongs to one layer. */
export function varsGroup(name: string, arrays: readonly Hdf5Array[]): Hdf5Group {
  return { attributes: { name }, arrays: Object.fromEntries(arrays.map((array, i) => [String(i), array])) };
}

/** The weights of a layer and its sublayers as groups of an HDF5 file. */
export function weightsToHdf5({ layer, variables, groups }: WeightGroup): Hdf5Group {
  const inner: Record<string, Hdf5Group> = { vars: varsGroup(layer.name, variables.map(arrayOf)) };
  for (const [path, group] of groups) {
    const parts = path.split('/');
    let at = inner;
    for (const part of parts.slice(0, -1)) {
      at[part] ??= { groups: {} };
      at = at[part].groups as Record<string, Hdf5Group>;
    }
    at[parts.at(-1)!] = weightsToHdf5(group);
  }
  return { groups: inner };
}

/**
 * The weights of a model in Keras' `.weights.h5` format: `model.load_weights` of Keras 3 reads it.
 *
 * @throws Error if the model is not built
 */
export async function writeWeightsH5(model: AnyLayer): Promise<Uint8Array> {
  expectBuilt('writeWeightsH5', model);
  return writeHdf5(weightsToHdf5(weightGroups(model)));
}

/** @throws Error if the model has no weights yet */
export function expectBuilt(place: string, model: AnyLayer): void {
  if (model.built) return;
  throw new Error(`${place}: expected a built model. Apply ${model.name} to data, or give it input({ shape }), first.`);
}
