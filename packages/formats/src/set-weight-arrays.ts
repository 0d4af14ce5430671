import type { AnyLayer } from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { FormatError } from './format-error.js';
import type { StoredTensor } from './safetensors-types.js';
import { toFloat32 } from './to-float32.js';

/**
 * Sets the weights of a built model, or layer, from arrays by path, such as `readSafetensors(bytes).tensors`.
 *
 * @throws FormatError that names the weight, if one is missing, too many or of another shape; nothing is changed then
 */
export function setWeightArrays(model: AnyLayer, arrays: ReadonlyMap<string, StoredTensor>): void {
  const place = 'setWeightArrays';
  if (!model.built) {
    throw new Error(
      `${place}: expected a built model, ${model.name} has no weights yet. Give its first layer an inputShape, or apply it to data, first.`,
    );
  }
  const weights = model.namedWeights();
  const paths = new Set(weights.map(({ path }) => path));
  for (const name of arrays.keys()) {
    if (paths.has(name)) continue;
    throw new FormatError(
      `${place}: expected weights of ${model.name} only (${[...paths].join(', ')}), received '${name}'.`,
    );
  }
  for (const { path, variable } of weights) {
    const found = arrays.get(path);
    if (found === undefined)
      throw new FormatError(`${place}: expected weight '${path}' of ${model.name} among the arrays, received none.`);
    if (formatShape(found.shape) !== formatShape(variable.shape)) {
      throw new FormatError(
        `${place}: expected weight '${path}' to have shape ${formatShape(variable.shape)}, received ${formatShape(found.shape)}.`,
      );
    }
  }
  for (const { path, variable } of weights) {
    const found = arrays.get(path)!;
    const data = variable.dtype === 'int32' ? Int32Array.from(found.data as Int32Array, Number) : toFloat32(found);
    tidy(() => variable.assign(tensor(data, variable.shape, variable.dtype)));
  }
}
