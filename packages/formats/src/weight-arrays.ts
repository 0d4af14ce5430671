import type { AnyLayer } from '@sixstep/layers';
import type { ArrayToWrite } from './write-safetensors.js';

/**
 * The weights of a model, or layer, as arrays by path (`dense/kernel`), ready for `writeSafetensors`. The arrays are
 * copies.
 *
 * @example
 * const bytes = writeSafetensors(weightArrays(model));
 */
export function weightArrays(model: AnyLayer): Record<string, ArrayToWrite> {
  return Object.fromEntries(
    model.namedWeights().map(({ path, variable }) => {
      const data = variable.dataSync() as Float32Array | Int32Array;
      return [path, { data: data.slice(), shape: variable.shape }];
    }),
  );
}
