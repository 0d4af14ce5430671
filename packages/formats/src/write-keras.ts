import type { AnyModel } from '@sixstep/model';
import { zipSync } from 'fflate';
import { writeHdf5 } from './hdf5/write-hdf5.js';
import { compileToKeras } from './keras/compile-to-keras.js';
import { layerToKeras } from './keras/layer-to-keras.js';
import { snakeCase } from './keras/snake-case.js';
import { slotsToArrays } from './optimizer-slots.js';
import type { JsonObject } from './parse-json.js';
import { toJsonText } from './to-json-text.js';
import { weightGroups } from './weight-groups.js';
import { expectBuilt, varsGroup, weightsToHdf5 } from './write-weights-h5.js';

/** Options of `writeKeras`. */
export interface WriteKerasOptions {
  /** What the file says of when it was saved. Default: now. */
  readonly date?: Date;
}

/** The version of Keras whose format this is. */
const KERAS_VERSION = '3.15.1';
const PLACE = 'writeKeras';

/**
 * A model in Keras' `.keras` format: the layers, the weights and, if it is compiled, the optimizer with its state, the losses
 * and the metrics. `keras.saving.load_model` of Keras 3 reads it and trains on.
 *
 * @throws Error if the model is not built, or has a layer or part of the user's own, which a file cannot name
 *
 * @example
 * await writeFile('model.keras', await writeKeras(model));
 */
export async function writeKeras(model: AnyModel, { date = new Date() }: WriteKerasOptions = {}): Promise<Uint8Array> {
  expectBuilt(PLACE, model);
  const compile = model.compileOptions;
  const config: JsonObject = {
    ...layerToKeras(model, PLACE),
    ...(compile !== undefined && { compile_config: compileToKeras(compile, PLACE) }),
  };
  const root = weightsToHdf5(weightGroups(model));
  const arrays = compile === undefined ? [] : slotsToArrays(model);
  const name = snakeCase(compile === undefined ? '' : model.optimizer.className).toLowerCase();
  const groups = {
    ...root.groups,
    ...(compile !== undefined && { optimizer: { groups: { vars: varsGroup(name, arrays) } } }),
  };
  const saved = date.toISOString().slice(0, 19).replace('T', '@');
  const text = (value: JsonObject): Uint8Array => new TextEncoder().encode(toJsonText(value));
  return zipSync(
    {
      'metadata.json': text({ keras_version: KERAS_VERSION, date_saved: saved }),
      'config.json': text(config),
      'model.weights.h5': await writeHdf5({ groups }),
    },
    { level: 0, mtime: '1980-01-01T00:00:00' },
  );
}
