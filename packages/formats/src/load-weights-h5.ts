import type { AnyLayer } from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import { tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import { FormatError } from './format-error.js';
import { readHdf5, type Hdf5Reader } from './hdf5/read-hdf5.js';
import type { Limits } from './limits.js';
import type { StoredTensor } from './safetensors-types.js';
import { toFloat32 } from './to-float32.js';
import { weightGroups, type WeightGroup } from './weight-groups.js';
import { expectBuilt } from './write-weights-h5.js';

/** A weight and what it shall be. */
export interface Assignment {
  readonly variable: Variable;
  readonly value: StoredTensor;
}

/** Sets weights, all of which were found to fit. */
export function assignAll(assignments: readonly Assignment[]): void {
  for (const { variable, value } of assignments) {
    const data = variable.dtype === 'int32' ? Int32Array.from(value.data as Int32Array, Number) : toFloat32(value);
    tidy(() => variable.assign(tensor(data, variable.shape, variable.dtype)));
  }
}

/** @throws FormatError that names the weight, if its shape is another */
export function assignment(variable: Variable, value: StoredTensor, what: string, place: string): Assignment {
  if (formatShape(value.shape) === formatShape(variable.shape)) return { variable, value };
  throw new FormatError(
    `${place}: expected ${what} to have shape ${formatShape(variable.shape)}, received ${formatShape(value.shape)}.`,
  );
}

/** The values for all weights of a layer and its sublayers. */
export function weightsFromHdf5(
  file: Hdf5Reader,
  { layer, variables, groups }: WeightGroup,
  path: string,
  place: string,
): Assignment[] {
  const vars = `${path}vars`;
  const count = (file.keys(vars) ?? []).length;
  if (count !== variables.length) {
    throw new FormatError(
      `${place}: expected ${variables.length} weights of ${layer.className} '${layer.name}' in '${vars}', received ${count}.`,
    );
  }
  const own = variables.map((variable, i) =>
    assignment(
      variable,
      file.array(`${vars}/${i}`),
      `'${vars}/${i}', a weight of ${layer.className} '${layer.name}',`,
      place,
    ),
  );
  return [...own, ...[...groups].flatMap(([name, group]) => weightsFromHdf5(file, group, `${path}${name}/`, place))];
}

/**
 * Sets the weights of a built model from a `.weights.h5` file of Keras 3, or of `writeWeightsH5`.
 *
 * @throws FormatError that names the weight, if one is missing or of another shape, or the file is damaged; nothing is changed then
 */
export async function loadWeightsH5(model: AnyLayer, bytes: Uint8Array, limits: Limits = {}): Promise<void> {
  const place = 'loadWeightsH5';
  expectBuilt(place, model);
  await readHdf5(bytes, place, limits, (file) => assignAll(weightsFromHdf5(file, weightGroups(model), '', place)));
}
